package vn.edu.privacy.consent.portal;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.PortalProperties;
import vn.edu.privacy.platform.page.QrCode;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** A receipt to print or keep (R-CON-10). */
@Controller
class ReceiptPage {
    private final Family family;
    private final FamilyReceipts receipts;
    private final PortalProperties portal;

    ReceiptPage(Family family, FamilyReceipts receipts, PortalProperties portal) {
        this.portal = portal;
        this.family = family;
        this.receipts = receipts;
    }

    @GetMapping(Paths.RECEIPT)
    Mono<Rendering> show(@PathVariable UUID studentId, @PathVariable UUID decisionId, Caller caller, Locale locale) {
        return family.child(caller, studentId)
                .flatMap(child -> receipts.of(child, decisionId, family.say(child, locale))
                        .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                        .map(receipt -> Rendering.view("receipt")
                                .modelAttribute("say", family.say(child, locale))
                                .modelAttribute("child", child)
                                .modelAttribute("receipt", receipt)
                                .modelAttribute("verification", verification(receipt))
                                .modelAttribute("qr", QrCode.of(verification(receipt)))
                                .build()));
    }

    /** Number and check value stand behind the {@code #}: a browser sends them to nobody by itself. */
    private String verification(FamilyReceipts.Receipt receipt) {
        return portal.consentUrl() + "/verify#" + receipt.entry().decisionId() + "." + receipt.hash();
    }
}
