;;; Drives the language server from Emacs (eglot) without a screen, and writes what it saw as JSON.  -*- lexical-binding: t -*-
(require 'eglot)
(require 'json)
(require 'seq)

(defvar work (getenv "SLA_WORK"))
(defvar seen nil)
(defvar published nil)

(defun save-seen ()
  (with-temp-file (expand-file-name "seen.json" work)
    (set-buffer-file-coding-system 'utf-8-unix)
    (insert (json-encode seen))))

(defun note (key value) (push (cons key value) seen))

(defun until-true (what fits)
  (let ((end (time-add nil 60)))
    (while (and (not (funcall fits)) (time-less-p nil end)) (accept-process-output nil 0.05)))
  (unless (funcall fits)
    (note 'failed what)
    (save-seen)
    (kill-emacs 1)))

(define-derived-mode agreement-mode text-mode "Agreement")
(setq eglot-server-programs
      (list (cons 'agreement-mode (split-string (getenv "SLA_LSP") " "))))
(setq eglot-sync-connect 60 eglot-autoshutdown t eglot-events-buffer-size 0)
(cl-defmethod eglot-handle-notification :before
  (_server (_method (eql textDocument/publishDiagnostics)) &key diagnostics &allow-other-keys)
  (setq published diagnostics)
  (note 'count (length diagnostics)))

(find-file (expand-file-name "SLA.md" work))
(agreement-mode)
(eglot-ensure)
(apply #'eglot (eglot--guess-contact))
(until-true "diagnostics" (lambda () published))
(note 'published published)

;; Hover over the first section.
(goto-char (point-min))
(re-search-forward "^## .")
(let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (note 'hover (plist-get (plist-get hover :contents) :value)))

;; Every safe repair, applied as the editor applies it.
(goto-char (point-min))
(let* ((actions (jsonrpc-request
                 (eglot-current-server) :textDocument/codeAction
                 (list :textDocument (eglot--TextDocumentIdentifier)
                       :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                       :context '(:diagnostics [] :only ["source.fixAll"])))))
  (note 'actions (mapcar (lambda (one) (plist-get one :title)) actions))
  (when (> (length actions) 0)
    (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit))))
(let ((coding-system-for-write 'utf-8-unix))
  (write-region (point-min) (point-max) (expand-file-name "fixed.md" work)))

;; A heading: the first section that is missing.
(goto-char (point-max))
(insert "\n\n## ")
(eglot--signal-textDocument/didChange)
(let* ((found (jsonrpc-request (eglot-current-server) :textDocument/completion (eglot--CompletionParams)))
       (item (seq-find (lambda (one) (string-match-p "<!-- guidance: " (plist-get (plist-get one :textEdit) :newText)))
                       (plist-get found :items))))
  (note 'chosen (plist-get item :label))
  (when item (eglot--apply-text-edits (vector (plist-get item :textEdit)))))
(goto-char (point-max))
(re-search-backward "^## " nil t)
(note 'completed (buffer-substring-no-properties (point) (point-max)))
(save-seen)
(eglot-shutdown (eglot-current-server) nil nil)
(kill-emacs 0)
