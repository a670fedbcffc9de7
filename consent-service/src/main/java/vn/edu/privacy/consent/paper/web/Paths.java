package vn.edu.privacy.consent.paper.web;

import java.util.UUID;
import vn.edu.privacy.consent.paper.domain.FormNumber;

/** Addresses of the desk; ids, codes and form numbers only. */
final class Paths {
    static final String DESK = "/paper";
    static final String CLASS = DESK + "/students";
    static final String FORM = DESK + "/forms/{number:[0-9A-Za-z-]+}";
    static final String STUDENT = "/students/{studentId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String STUDENT_FORMS = STUDENT + "/forms";

    static final String ENTRY = FORM + "/entry";
    static final String CHECKS = DESK + "/checks";
    static final String CHECK = CHECKS + "/{decisionId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String INTAKES = DESK + "/intakes";
    static final String INTAKE = INTAKES + "/{batchId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String LINE = INTAKE + "/lines/{line:[0-9]{1,3}}";

    private static final String PURPOSE_FORM = "/purposes/{code:[a-z0-9-]+}/form";

    static final String STAFF_PRINTS = STUDENT + PURPOSE_FORM;
    static final String SUPERVISED = STUDENT + "/purposes/{code:[a-z0-9-]+}/supervised";
    static final String FAMILY_PRINTS =
            "/children/{studentId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}" + PURPOSE_FORM;

    private Paths() {}

    static String form(FormNumber number) {
        return DESK + "/forms/" + number;
    }

    static String entry(FormNumber number) {
        return form(number) + "/entry";
    }

    static String check(UUID decisionId) {
        return CHECKS + "/" + decisionId;
    }

    static String intake(UUID batchId) {
        return INTAKES + "/" + batchId;
    }

    static String line(UUID batchId, int line) {
        return intake(batchId) + "/lines/" + line;
    }

    static String studentForms(UUID studentId) {
        return "/students/" + studentId + "/forms";
    }

    static String child(UUID studentId) {
        return "/children/" + studentId;
    }
}
