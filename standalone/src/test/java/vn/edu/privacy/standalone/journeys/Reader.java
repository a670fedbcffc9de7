package vn.edu.privacy.standalone.journeys;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who reads pages, and where each begins. */
enum Reader {
    ANYBODY,
    PARENT,
    PUPIL,
    CLERK,
    OFFICER,
    PROTECTION_OFFICER,
    HEAD,
    DEPARTMENT,
    INSPECTOR;

    /** The login; nobody's for what is open to everybody. */
    Optional<JsonNode> login(Demo demo) {
        return switch (this) {
            case ANYBODY -> Optional.empty();
            case PARENT -> Optional.of(demo.actingGuardianOf(Demo.studentOf(pupil(demo))));
            case PUPIL -> Optional.of(pupil(demo));
            case CLERK -> Optional.of(demo.first("school-staff"));
            case OFFICER -> Optional.of(demo.first("school-officer"));
            case PROTECTION_OFFICER -> Optional.of(demo.first("data-protection-officer"));
            case HEAD -> Optional.of(demo.first("head-of-unit"));
            case DEPARTMENT -> Optional.of(demo.first("department-officer"));
            case INSPECTOR -> Optional.of(demo.first("inspector"));
        };
    }

    List<String> beginnings(Demo demo) {
        return this == ANYBODY
                ? List.of(
                        demo.rights("/how-to"),
                        demo.consents("/verify"),
                        demo.consents("/problems/not-found"),
                        demo.consents("/units/" + demo.schoolId()))
                : List.of(demo.consents("/"), demo.rights("/"));
    }

    /** A pupil whom no other journey is about, with a brother or a sister. */
    private static JsonNode pupil(Demo demo) {
        String first = Demo.studentOf(demo.first("student"));
        JsonNode last = demo.people("guardian")
                .filter(each -> Demo.studentsOf(each).size() > 1)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return demo.person("student", each -> {
            String student = Demo.studentOf(each);
            return demo.guardiansOf(student).stream()
                            .anyMatch(guardian -> Demo.studentsOf(guardian).size() == 2)
                    && demo.guardiansOf(student).stream()
                            .noneMatch(guardian -> Demo.studentsOf(guardian).contains(first)
                                    || Demo.studentsOf(guardian).stream().anyMatch(Demo.studentsOf(last)::contains));
        });
    }
}
