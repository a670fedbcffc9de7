package vn.edu.privacy.consent.receipt;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Verifies whatever a person has of a receipt: its JSON, its JWS, or the number and check value of a printed one. */
@Component
class VerifyGiven {
    private static final Pattern PRINTED = Pattern.compile(
            "(?:.*#)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[.\\s]+([0-9a-f]{64})");

    private final Receipts receipts;
    private final JsonMapper json;

    VerifyGiven(Receipts receipts, JsonMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    Mono<Boolean> holds(String given) {
        String text = given.strip();
        Matcher printed = PRINTED.matcher(text);
        if (printed.matches()) {
            return receipts.printed(UUID.fromString(printed.group(1)), printed.group(2))
                    .hasElement();
        }
        return receipts.verify(text.startsWith("{") ? signed(text) : text).map(ReceiptVerdict::valid);
    }

    private String signed(String text) {
        try {
            return json.readTree(text).path("signed").asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }
}
