package vn.edu.privacy.standalone.feeding;

import vn.edu.privacy.standalone.demo.DemoCampaign;
import vn.edu.privacy.standalone.machine.Web;

/** Plans the demo's campaign, as an officer of its school would. */
public final class CampaignPlanner {

    private final Web web;
    private final String consentUrl;

    public CampaignPlanner(Web web, String consentUrl) {
        this.web = web;
        this.consentUrl = consentUrl;
    }

    /**
     * Plans it unless the school has planned one before, whatever has become of it.
     *
     * @param token of an officer of the school
     * @return whether it was planned now
     */
    public boolean plan(DemoCampaign campaign, String token) {
        ConsentApi api = new ConsentApi(web, consentUrl, token);
        if (!api.get("/v1/campaigns").path("items").isEmpty()) {
            return false;
        }
        api.write("POST", "/v1/campaigns", campaign.body());
        return true;
    }
}
