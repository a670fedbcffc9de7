package vn.edu.privacy.notification.request.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.platform.identity.Caller;

/** Answers with a request and its version. */
@Component
class Answers {
    private final ReadRequests reading;
    private final RequestResponses responses;

    Answers(ReadRequests reading, RequestResponses responses) {
        this.reading = reading;
        this.responses = responses;
    }

    Mono<ResponseEntity<RequestResponse>> of(HttpStatus status, StoredRequest stored, Caller caller, Locale locale) {
        return reading.details(stored).map(details -> of(status, details, caller, locale));
    }

    ResponseEntity<RequestResponse> of(HttpStatus status, RequestDetails details, Caller caller, Locale locale) {
        return ResponseEntity.status(status)
                .eTag("\"" + details.stored().version() + "\"")
                .body(responses.of(details, Readers.isOfficer(caller), locale.getLanguage()));
    }
}
