package vn.edu.privacy.standalone.feeding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.demo.DemoUnits;
import vn.edu.privacy.standalone.machine.Web;

/** Registers the units of the demo, as an officer of the Department would. */
public final class UnitRegistrar {

    private final Web web;
    private final String consentUrl;

    public UnitRegistrar(Web web, String consentUrl) {
        this.web = web;
        this.consentUrl = consentUrl;
    }

    /**
     * Registers them unless units are there.
     *
     * @param heads who answers for which school
     * @param from since when
     * @param token of an officer of the Department
     * @return how many were registered now
     */
    public int register(Collection<DemoPerson> heads, LocalDate from, String token) {
        ConsentApi api = new ConsentApi(web, consentUrl, token);
        if (!api.get("/v1/units").path("items").isEmpty()) {
            return 0;
        }
        Map<String, String> units = DemoUnits.registrations();
        units.forEach((code, body) -> api.write("PUT", "/v1/units/" + code, body));
        DemoUnits.parents()
                .forEach((code, parent) -> api.write(
                        "POST",
                        "/v1/units/" + code + "/placements",
                        "{\"parent\":\"" + parent + "\",\"from\":\"" + from + "\"}"));
        for (DemoPerson head : heads) {
            api.write("POST", "/v1/units/" + head.schoolId() + "/heads", DemoUnits.handover(head, from));
        }
        return units.size();
    }
}
