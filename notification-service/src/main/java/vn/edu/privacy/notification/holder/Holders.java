package vn.edu.privacy.notification.holder;

import reactor.core.publisher.Mono;

/** Tells data holders what to do. */
public interface Holders {
    /**
     * Gives a holder an instruction; idempotent by the instruction's id. Called outside a database transaction.
     *
     * @return what the holder answered; an error when it could not be reached or answered what cannot be, and the
     *     instruction is then sent again
     */
    Mono<HolderAnswer> instruct(Instruction instruction);
}
