package vn.edu.privacy.notification.portal;

import java.util.UUID;

/** Addresses of the pages; what does not look like an id is no page. */
final class Paths {
    private static final String ID = ":[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    static final String REQUEST = "/requests/{id" + ID;
    static final String CONFIRMATION = REQUEST + "/confirmation";
    static final String CANCELLATION = REQUEST + "/cancellation";
    static final String LIFTING = REQUEST + "/lifting";
    static final String APPEAL = REQUEST + "/appeal";
    static final String PERSONAL_DATA = REQUEST + "/personal-data";
    static final String QUESTIONS = REQUEST + "/questions";
    static final String ANSWER = QUESTIONS + "/{number:[0-9]{1,4}}/answer";
    static final String TIMELINE = REQUEST + "/timeline";
    static final String WITHDRAWAL = "/withdrawals/{decisionId" + ID;
    static final String ACCESS = "/students/{studentId" + ID + "/access";
    static final String LOOKED = "/students/{studentId" + ID + "/looked";
    static final String RIGHTS = "/students/{studentId" + ID + "/rights";
    static final String FORM = RIGHTS + "/{right:[a-z]+}";
    static final String NOTICES = "/officer/notices";
    static final String APPEALS = "/officer/appeals";
    static final String DECIDING = APPEALS + "/{id" + ID;
    static final String DECISION = DECIDING + "/decision";
    static final String QUEUE = "/officer/requests";
    static final String HANDLING = QUEUE + "/{id" + ID;
    static final String ASSIGNMENT = HANDLING + "/assignment";
    static final String APPROVAL = HANDLING + "/approval";
    static final String REFUSAL = HANDLING + "/refusal";
    static final String GATHERING = HANDLING + "/gathering";
    static final String SETTLEMENT = HANDLING + "/settlement";
    static final String RELEASE = HANDLING + "/release";
    static final String REPLY = HANDLING + "/answer";
    static final String EXTENSION = HANDLING + "/extension";
    static final String DESK = "/officer/desk";
    static final String DESK_STUDENT = DESK + "/students/{studentId" + ID;
    static final String DESK_FORM = DESK_STUDENT + "/{right:[a-z]+}";
    static final String DESK_CHECK = HANDLING + "/desk-check";
    static final String FILLED_IN = HANDLING + "/form";
    static final String ACKNOWLEDGEMENT = HANDLING + "/acknowledgement";
    static final String ASKING = HANDLING + "/questions";

    private Paths() {}

    static String request(UUID id) {
        return "/requests/" + id;
    }

    static String rights(UUID studentId) {
        return "/students/" + studentId + "/rights";
    }

    static String deciding(UUID id) {
        return APPEALS + "/" + id;
    }

    static String handling(UUID id) {
        return QUEUE + "/" + id;
    }
}
