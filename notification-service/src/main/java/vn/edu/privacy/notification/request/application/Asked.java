package vn.edu.privacy.notification.request.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.RequestType;

/** What a person asks for. */
public sealed interface Asked {
    /** The kind of request. */
    RequestType type();

    /**
     * Withdraw consent.
     *
     * @param purposes to what
     */
    record Withdraw(List<String> purposes) implements Asked {
        public Withdraw {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestType type() {
            return RequestType.WITHDRAW;
        }
    }

    /** See the data held. */
    record See() implements Asked {
        @Override
        public RequestType type() {
            return RequestType.ACCESS;
        }
    }

    /**
     * Have processing restricted.
     *
     * @param purposes for what
     */
    record Restrict(List<String> purposes) implements Asked {
        public Restrict {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestType type() {
            return RequestType.RESTRICT;
        }
    }

    /**
     * Object to processing.
     *
     * @param purposes for what, whatever it rests on
     */
    record Oppose(List<String> purposes) implements Asked {
        public Oppose {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestType type() {
            return RequestType.OBJECT;
        }
    }

    /**
     * Have data deleted.
     *
     * @param purposes the data of which purposes; none when everything is asked for
     * @param ground why
     * @param risksAccepted whether the requester was told of possible damage and accepts it (art. 16.1.a, R-DEL-01)
     * @param everything whether all that is kept of the student by consent is to go, whatever the purpose
     */
    record Delete(List<String> purposes, DeletionGround ground, boolean risksAccepted, boolean everything)
            implements Asked {
        public Delete {
            purposes = List.copyOf(purposes);
        }

        @Override
        public RequestType type() {
            return RequestType.DELETE;
        }
    }

    /**
     * Have data put right.
     *
     * @param purposes the data of which purposes
     * @param corrections what is wrong and what is right
     */
    record Rectify(List<String> purposes, List<Correction> corrections) implements Asked {
        public Rectify {
            purposes = List.copyOf(purposes);
            corrections = List.copyOf(corrections);
        }

        @Override
        public RequestType type() {
            return RequestType.RECTIFY;
        }
    }

    /**
     * Be given the data, or have an organisation given it.
     *
     * @param organisation to whom; to the requester when absent
     */
    record Provide(Particulars.@Nullable Organisation organisation) implements Asked {
        @Override
        public RequestType type() {
            return RequestType.PROVIDE;
        }
    }

    /** Complain; about what, the requester's words say. */
    record Complain() implements Asked {
        @Override
        public RequestType type() {
            return RequestType.COMPLAIN;
        }
    }

    /** What of it is kept sealed. */
    default Particulars particulars() {
        return switch (this) {
            case Rectify rectify -> new Particulars(rectify.corrections(), null, null);
            case Provide provide -> new Particulars(List.of(), provide.organisation(), null);
            case Delete delete when delete.everything() -> Particulars.EVERYTHING;
            default -> Particulars.NONE;
        };
    }
}
