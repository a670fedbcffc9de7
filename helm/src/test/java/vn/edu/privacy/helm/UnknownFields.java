package vn.edu.privacy.helm;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds fields that Kubernetes does not know: the models keep them aside in {@code additionalProperties} without
 * complaint, wherever in the tree they stand.
 */
final class UnknownFields {
    private static final String MODELS = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnknownFields() {}

    static List<String> in(HasMetadata object) {
        var walk = new UnknownFields();
        String where = object.getKind() + "/" + object.getMetadata().getName();
        if (object instanceof GenericKubernetesResource) {
            return List.of(where + ": a kind that the models do not know");
        }
        walk.visit(object, where);
        return walk.found;
    }

    private void visit(Object node, String path) {
        switch (node) {
            case Map<?, ?> map -> map.forEach((key, value) -> visit(value == null ? "" : value, path + "." + key));
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    visit(item, path + "[" + index++ + "]");
                }
            }
            case Object model
            when model.getClass().getName().startsWith(MODELS) && seen.add(model) -> visitModel(model, path);
            default -> {}
        }
    }

    private void visitModel(Object model, String path) {
        for (Method getter : model.getClass().getMethods()) {
            if (!getter.getName().startsWith("get")
                    || getter.getParameterCount() > 0
                    || Modifier.isStatic(getter.getModifiers())
                    || getter.getDeclaringClass() == Object.class) {
                continue;
            }
            Object value = read(getter, model);
            if (getter.getName().equals("getAdditionalProperties")) {
                if (value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(field -> found.add(path + "." + field));
                }
            } else if (value != null) {
                visit(value, path + "." + getter.getName().substring(3));
            }
        }
    }

    private static Object read(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot read " + getter, e);
        }
    }
}
