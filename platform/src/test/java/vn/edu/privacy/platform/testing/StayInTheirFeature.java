package vn.edu.privacy.platform.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That only classes of the same feature depend on a class; a feature is a package directly below the base. */
final class StayInTheirFeature extends ArchCondition<JavaClass> {
    private final String base;

    StayInTheirFeature(String base) {
        super("be known in their own feature only");
        this.base = base;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = feature(type);
        for (Dependency dependency : type.getDirectDependenciesToSelf()) {
            events.add(new SimpleConditionEvent(
                    type, feature(dependency.getOriginClass()).equals(own), dependency.getDescription()));
        }
    }

    private String feature(JavaClass type) {
        String name = type.getPackageName() + ".";
        int start = base.length() + 1;
        int end = name.startsWith(base + ".") ? name.indexOf('.', start) : -1;
        return end < 0 ? "" : name.substring(start, end);
    }
}
