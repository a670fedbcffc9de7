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

    private static final String PURPOSE_FORM = "/purposes/{code:[a-z0-9-]+}/form";

    static final String STAFF_PRINTS = STUDENT + PURPOSE_FORM;
    static final String FAMILY_PRINTS =
            "/children/{studentId:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}" + PURPOSE_FORM;

    private Paths() {}

    static String form(FormNumber number) {
        return DESK + "/forms/" + number;
    }

    static String studentForms(UUID studentId) {
        return "/students/" + studentId + "/forms";
    }

    static String child(UUID studentId) {
        return "/children/" + studentId;
    }
}
