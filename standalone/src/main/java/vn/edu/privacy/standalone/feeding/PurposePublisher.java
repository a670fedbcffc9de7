package vn.edu.privacy.standalone.feeding;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.edu.privacy.standalone.machine.Web;

/** Publishes the purposes that consent-service does not have yet, as the data-protection officer would. */
public final class PurposePublisher {

    private final Web web;
    private final String consentUrl;

    public PurposePublisher(Web web, String consentUrl) {
        this.web = web;
        this.consentUrl = consentUrl;
    }

    /**
     * Publishes what is missing.
     *
     * @param purposes request bodies by purpose code
     * @param token of a data-protection officer
     * @return how many were published now
     */
    public int publish(Map<String, String> purposes, String token) {
        ConsentApi api = new ConsentApi(web, consentUrl, token);
        Set<String> known = new HashSet<>();
        api.get("/v1/purposes")
                .path("items")
                .forEach(item -> known.add(item.path("code").asString("")));
        int published = 0;
        for (Map.Entry<String, String> purpose : purposes.entrySet()) {
            if (!known.contains(purpose.getKey())) {
                api.write("POST", "/v1/purposes", purpose.getValue());
                published++;
            }
        }
        return published;
    }
}
