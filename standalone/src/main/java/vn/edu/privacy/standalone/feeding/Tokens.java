package vn.edu.privacy.standalone.feeding;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoRealm;
import vn.edu.privacy.standalone.machine.StartProblem;
import vn.edu.privacy.standalone.machine.Web;

/** Access tokens from the realm. */
public final class Tokens {

    private final Web web;
    private final URI tokenAddress;

    public Tokens(Web web, String issuer) {
        this.web = web;
        this.tokenAddress = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** As a system, by client credentials. */
    public String ofSystem(String clientId, String secret) {
        return ask(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** As a demo person, by the demo's client with password grant. */
    public String ofPerson(String username, String password) {
        return ask(Map.of(
                "grant_type",
                "password",
                "client_id",
                DemoRealm.DEMO_CLIENT,
                "username",
                username,
                "password",
                password,
                "scope",
                "openid"));
    }

    private String ask(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = web.send(HttpRequest.newBuilder(tokenAddress)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new StartProblem("Keycloak gives no token to "
                    + form.getOrDefault("username", form.get("client_id")) + ": " + answer.statusCode() + " "
                    + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
    }
}
