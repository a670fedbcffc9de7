package vn.edu.privacy.standalone.feeding;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.machine.StartProblem;
import vn.edu.privacy.standalone.machine.Web;

/** JSON calls with a bearer token; anything but success is a problem that is told in full. */
final class ConsentApi {

    private final Web web;
    private final String base;
    private final String token;

    ConsentApi(Web web, String base, String token) {
        this.web = web;
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonNode write(String method, String path, String body) {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpResponse<String> answer = web.send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body));
        if (answer.statusCode() / 100 != 2) {
            throw new StartProblem(
                    method + " " + base + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
