// Node's own modules that every run needs are loaded before V8 is told anything: Node brings their compiled code for V8's own
// settings only.
import 'node:tty';
import 'node:zlib';
import { setFlagsFromString } from 'node:v8';

/** These figures are for the V8 of Node 20, with which they were measured; every other is left as it is. */
const isMeasured = process.versions.v8.startsWith('11.3.');

/** Sets how V8 works to what suits runs that are over in minutes, before anything else of the program is loaded. */
export function tuneEngine(): void {
  // How many bytes of its code a function runs before it is optimised. With V8's own figure, 67,584, optimising takes a
  // third of the time of some hundred documents, and all its code a twentieth of the memory.
  if (!isMeasured) return;
  setFlagsFromString('--interrupt-budget=1000000');
  // Regular expressions are made machine code at their first use instead of their second, and not something else before it:
  // nearly all are used again, and each was compiled twice.
  setFlagsFromString('--no-regexp-tier-up');
  // What has lived long is marked in one go when the memory is full, and not bit by bit from a few megabytes on: a run
  // without workers ends before that pays.
  setFlagsFromString('--no-incremental-marking');
}

/**
 * Has V8 settle in once all workers have begun. The threads keep to the room for young objects that they have, which is enough
 * for more work of the same kind, no more threads help to collect such objects, for the workers take the processors, and
 * what has lived long is marked bit by bit, which keeps the memory of many documents a seventh lower.
 * Gives what sets V8 back: what it keeps of compiled code counts for one setting only, so that none should be loaded meanwhile.
 */
export function settleIn(): () => void {
  if (!isMeasured) return () => {};
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--incremental-marking');
  return () => {
    setFlagsFromString('--semi-space-growth-factor=2');
    setFlagsFromString('--parallel-scavenge');
    setFlagsFromString('--no-incremental-marking');
  };
}
