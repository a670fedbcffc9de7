package vn.edu.privacy.consent.purpose;

import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Publication.Published;
import vn.edu.privacy.consent.purpose.Publication.Refused;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/v1/purposes")
class PurposeController {
    private final Purposes purposes;
    private final MaintainCatalogue catalogue;
    private final PurposeProblems problems;

    PurposeController(Purposes purposes, MaintainCatalogue catalogue, PurposeProblems problems) {
        this.purposes = purposes;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GetMapping
    Mono<PurposeResponse.Catalogue> list(Locale language) {
        return purposes.allCurrent()
                .map(purpose -> PurposeResponse.of(purpose, language.getLanguage()))
                .collectList()
                .map(PurposeResponse.Catalogue::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PurposeResponse> publish(@Valid @RequestBody PurposeRequests.Publish request, Caller caller, Locale language) {
        return catalogue
                .publish(request.code(), request.draft(), caller.id())
                .map(publication -> answer(publication, language));
    }

    @GetMapping("/{code}/versions")
    Mono<PurposeResponse.Versions> versions(@PathVariable String code) {
        return catalogue
                .versions(code)
                .map(history -> new PurposeResponse.Versions(
                        history.stream().map(PurposeResponse.Version::of).toList()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    @PostMapping("/{code}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PurposeResponse> publishVersion(
            @PathVariable String code,
            @Valid @RequestBody PurposeRequests.PublishVersion request,
            Caller caller,
            Locale language) {
        boolean major = request.change() == PurposeRequests.Change.MAJOR;
        return catalogue
                .publishVersion(code, request.draft(), major, caller.id())
                .map(publication -> answer(publication, language));
    }

    @PostMapping("/{code}/retirement")
    Mono<PurposeResponse> retire(
            @PathVariable String code, @Valid @RequestBody PurposeRequests.Retire request, Locale language) {
        return catalogue.retire(code, request.reason()).map(publication -> answer(publication, language));
    }

    private PurposeResponse answer(Publication publication, Locale language) {
        return switch (publication) {
            case Published(PublishedPurpose purpose) -> PurposeResponse.of(purpose, language.getLanguage());
            case Refused refused -> throw problems.of(refused, language);
        };
    }
}
