package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Optional;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.language.InLanguage;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestType;

/** On which grounds the law of a request's day of receipt lets it be refused (R-PROV-02, R-DEL-02, R-DL-06), and who is above the unit. */
public final class Grounds {
    private final Regimes regimes;

    public Grounds(Regimes regimes) {
        this.regimes = regimes;
    }

    /** The grounds of a kind of request, in the order of the law. */
    public List<Ground> of(RequestType type, String regime) {
        return regimes.byId(regime).refusals(type.name()).stream()
                .map(rule -> new Ground(RefusalGround.valueOf(rule.ground()), rule.article()))
                .toList();
    }

    /** The provision of a ground; empty when that law does not know it for that kind of request. */
    public Optional<String> article(RefusalGround ground, RequestType type, String regime) {
        return of(type, regime).stream()
                .filter(each -> each.ground() == ground)
                .map(Ground::article)
                .findFirst();
    }

    /** Whom a person turns to when the unit's last answer does not content them. */
    public String authority(String regime, String language) {
        return InLanguage.of(regimes.byId(regime).authority(), language, regime);
    }

    /**
     * A ground with its source.
     *
     * @param ground its code
     * @param article the provision, as shown to people
     */
    public record Ground(RefusalGround ground, String article) {}
}
