; Festival works out how a sentence is said. It leaves what hts_engine needs to say it with any voice (ID.lab),
; and prints the time of each word: ID, the word, start and end in seconds.
(voice_cmu_us_slt_arctic_hts)
(set! plain_params hts_engine_params)

(lex.add.entry '("signe" n (((s ih g) 1) ((n ax) 0))))

(define (last_of items) (if (cdr items) (last_of (cdr items)) (car items)))

(define (print_token id token)
  (let ((words (remove_clitics (item.daughters token))))
    (if words
        (format t "%s\t%s\t%f\t%f\n" id (item.name token)
                (item.feat (car words) 'word_start) (item.feat (last_of words) 'word_end)))))

; The 's of "mother's" has no time of its own: it is sounded with the word before it.
(define (remove_clitics words)
  (cond ((null? words) nil)
        ((> (item.feat (car words) 'word_end) 0) (cons (car words) (remove_clitics (cdr words))))
        (t (remove_clitics (cdr words)))))

(define (utter id rate text)
  (set! hts_engine_params (append plain_params (list (list "-r" rate))))
  (let ((utterance (utt.synth (eval (list 'Utterance 'Text text)))))
    (mapcar (lambda (token) (print_token id token)) (utt.relation.items utterance 'Token))
    (hts_dump_feats utterance hts_feats_list (string-append id ".lab"))))
