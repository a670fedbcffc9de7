package vn.edu.privacy.standalone.feeding;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.edu.privacy.standalone.machine.Web;

/** Reads a school's whole roster from the sector database and puts it to consent-service. */
public final class RosterSynchroniser {

    private final Web web;
    private final String sectorUrl;
    private final String consentUrl;

    public RosterSynchroniser(Web web, String sectorUrl, String consentUrl) {
        this.web = web;
        this.sectorUrl = sectorUrl;
        this.consentUrl = consentUrl;
    }

    /**
     * Brings one school over.
     *
     * @param token of the roster system
     * @return our id of each student by sector number
     */
    public Map<String, UUID> synchronise(String schoolId, String token) {
        ConsentApi sector = new ConsentApi(web, sectorUrl, token);
        ObjectNode batch = JsonMapper.shared().createObjectNode();
        ArrayNode students = batch.putArray("students");
        int pages = 1;
        for (int page = 0; page < pages; page++) {
            JsonNode answer = sector.get("/roster/schools/" + schoolId + "/students?page=" + page);
            pages = answer.path("pages").asInt();
            batch.set("asOf", answer.path("asOf"));
            answer.path("students").forEach(students::add);
        }
        batch.put("complete", true);
        JsonNode result = new ConsentApi(web, consentUrl, token)
                .write("PUT", "/v1/roster/schools/" + schoolId + "/students", batch.toString());
        Map<String, UUID> ids = new HashMap<>();
        result.path("students")
                .forEach(line -> ids.put(
                        line.path("sectorId").asString(""),
                        UUID.fromString(line.path("studentId").asString(""))));
        return ids;
    }
}
