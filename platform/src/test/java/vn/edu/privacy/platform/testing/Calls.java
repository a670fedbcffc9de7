package vn.edu.privacy.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/** Calls and references that main code does not make. */
final class Calls {
    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");

    private Calls() {}

    /** Holds the thread until a publisher is done, or for a time. */
    static DescribedPredicate<JavaAccess<?>> waiting() {
        return that(
                "waits",
                target -> target.getOwner().isEquivalentTo(Thread.class)
                                && target.getName().equals("sleep")
                        || isReactive(target.getOwner()) && BLOCKING.contains(target.getName()));
    }

    /** Subscribes with nobody to take the error. */
    static DescribedPredicate<JavaAccess<?>> bareSubscription() {
        return that(
                "subscribes without taking the error",
                target -> isReactive(target.getOwner())
                        && target.getName().equals("subscribe")
                        && target instanceof CodeUnitAccessTarget subscription
                        && takesNoError(subscription));
    }

    /** Speaks to the console. */
    static DescribedPredicate<JavaAccess<?>> console() {
        return that(
                "speaks to the console",
                target -> target.getOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(target.getName())
                        || target.getOwner().isAssignableTo(Throwable.class)
                                && target.getName().equals("printStackTrace"));
    }

    private static boolean takesNoError(CodeUnitAccessTarget subscription) {
        return switch (subscription.getRawParameterTypes().size()) {
            case 0 -> true;
            case 1 -> subscription.getRawParameterTypes().getFirst().isEquivalentTo(Consumer.class);
            default -> false;
        };
    }

    private static boolean isReactive(JavaClass owner) {
        return owner.isAssignableTo(Publisher.class);
    }

    private static DescribedPredicate<JavaAccess<?>> that(String description, Predicate<AccessTarget> condition) {
        return DescribedPredicate.describe(description, access -> condition.test(access.getTarget()));
    }
}
