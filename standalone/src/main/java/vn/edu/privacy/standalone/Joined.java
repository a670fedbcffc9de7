package vn.edu.privacy.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.edu.privacy.standalone.machine.StartProblem;

/** Several pieces of work that are waited for together. */
final class Joined {

    private Joined() {}

    /** Done when all are; failed as soon as the first of them has failed. */
    static CompletableFuture<Void> all(CompletableFuture<?>... parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts);
        for (CompletableFuture<?> part : parts) {
            CompletableFuture<?> told = part.whenComplete((value, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
            assert told != null;
        }
        return all;
    }

    /** What a piece of work failed with, in words for the person at the keyboard. */
    static StartProblem problemOf(CompletionException failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StartProblem problem ? problem : new StartProblem("Unexpected: " + cause, cause);
    }
}
