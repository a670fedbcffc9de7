package vn.edu.privacy.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The eight purposes of a school year, with their notices in two languages and in words for children. */
public final class DemoPurposes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoPurposes() {}

    /** The bodies of {@code POST /v1/purposes} by code, for the school year that {@code day} lies in. */
    public static Map<String, String> inSchoolYearOf(LocalDate day) {
        LocalDate from = DemoSeed.schoolYearStart(day);
        Map<String, String> purposes = new LinkedHashMap<>();
        try (InputStream file = DemoPurposes.class.getResourceAsStream("/demo/purposes.json")) {
            if (file == null) {
                throw new IllegalStateException("demo/purposes.json is not on the classpath");
            }
            for (JsonNode purpose : JSON.readTree(file.readAllBytes())) {
                ObjectNode body = (ObjectNode) purpose;
                body.put("processingFrom", from.toString());
                body.put("processingUntil", from.plusYears(1).minusDays(1).toString());
                purposes.put(purpose.path("code").asString(""), JSON.writeValueAsString(body));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return purposes;
    }
}
