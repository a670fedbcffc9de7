package vn.edu.privacy.standalone.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.edu.privacy.standalone.demo.DemoRealm;
import vn.edu.privacy.standalone.demo.DemoWorld;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.Secrets;

/** The properties that the two services get: where the other parts are, and the secrets that they share with them. */
public final class ServiceSettings {

    private final Ports ports;
    private final Secrets secrets;

    public ServiceSettings(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** For consent-service. */
    public Map<String, Object> consent() {
        Map<String, Object> settings = common("consent", ports.consent(), "/consents");
        settings.put("privacy.identity.audience", "consent-service");
        settings.put("privacy.identity.client-id", "consent-portal");
        settings.put("privacy.identity.client-secret", secrets.password("client.consent-portal"));
        settings.put("privacy.realm-admin.url", ports.keycloakUrl() + "/admin/realms/schools");
        settings.put("privacy.realm-admin.token-url", ports.issuer() + "/protocol/openid-connect/token");
        settings.put("privacy.realm-admin.client-id", "consent-service");
        settings.put("privacy.realm-admin.client-secret", secrets.password("client.consent-service"));
        settings.put("privacy.receipts.signing-key", secrets.signingKey("consent.receipts"));
        for (String school : DemoWorld.SCHOOLS) {
            String system = "privacy.check.systems." + DemoRealm.schoolSystem(school) + ".name.";
            settings.put(system + "vi", "Hệ thống quản lý trường (" + school + ")");
            settings.put(system + "en", "School management system (" + school + ")");
        }
        return settings;
    }

    /** For notification-service. */
    public Map<String, Object> notification() {
        Map<String, Object> settings = common("notification", ports.notification(), "/rights");
        settings.put("privacy.identity.audience", "notification-service");
        settings.put("privacy.identity.client-id", "rights-portal");
        settings.put("privacy.identity.client-secret", secrets.password("client.rights-portal"));
        settings.put("privacy.holders.sector-database.url", ports.sectorUrl() + "/sector-database");
        settings.put("privacy.holders.sector-database.name.vi", "Cơ sở dữ liệu ngành");
        settings.put("privacy.holders.sector-database.name.en", "Sector database");
        settings.put("privacy.holders.sao-mai-transport.url", ports.sectorUrl() + "/sao-mai-transport");
        settings.put("privacy.holders.sao-mai-transport.name.vi", "Công ty xe đưa đón Sao Mai");
        settings.put("privacy.holders.sao-mai-transport.name.en", "Sao Mai school bus company");
        for (String holder : List.of("sector-database", "sao-mai-transport")) {
            String prefix = "privacy.holders." + holder + ".";
            settings.put(prefix + "contact", "Phòng kỹ thuật");
            settings.put(prefix + "key", secrets.publicKey("sector.answers"));
            settings.put(prefix + "agreement.reference", "01/2026/TT-BVDLCN");
            settings.put(prefix + "agreement.signed-on", "2026-01-15");
            settings.put(
                    prefix + "agreement.states",
                    "PURPOSE,SUBJECTS_AND_TYPES,PERIOD_AND_DELETION,LEGAL_BASIS,PROTECTION,RIGHTS,VIOLATIONS");
        }
        settings.put("privacy.holder-client.signing-key", secrets.signingKey("notification.holders"));
        settings.put("privacy.holder-client.token-url", ports.issuer() + "/protocol/openid-connect/token");
        settings.put("privacy.holder-client.client-id", "notification-service");
        settings.put("privacy.holder-client.client-secret", secrets.password("client.notification-service"));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", ports.smtp());
        for (String gateway : List.of("sms", "zalo")) {
            settings.put("privacy.notice.gateways." + gateway + ".url", ports.sectorUrl() + "/" + gateway);
            settings.put("privacy.notice.gateways." + gateway + ".key", secrets.password("gateway.messages"));
        }
        // a demonstration shows its messages at any hour
        settings.put("privacy.notice.quiet-from", "00:00");
        settings.put("privacy.notice.quiet-to", "00:00");
        settings.put("privacy.notice.from", "khong-tra-loi@truong.example.com");
        return settings;
    }

    private Map<String, Object> common(String database, int port, String basePath) {
        String password = secrets.password("postgres." + database);
        String address = "postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.webflux.base-path", basePath);
        settings.put("spring.r2dbc.url", "r2dbc:" + address);
        settings.put("spring.r2dbc.username", database);
        settings.put("spring.r2dbc.password", password);
        settings.put("spring.flyway.url", "jdbc:" + address);
        settings.put("spring.flyway.user", database);
        settings.put("spring.flyway.password", password);
        settings.put("spring.cloud.stream.kafka.binder.brokers", "127.0.0.1:" + ports.kafka());
        settings.put("privacy.identity.issuer", ports.issuer());
        settings.put("privacy.vault.key", secrets.key("vault." + database));
        settings.put("privacy.portal.consent-url", ports.consentUrl());
        settings.put("privacy.portal.rights-url", ports.rightsUrl());
        DemoWorld.NAMES.forEach((school, names) -> names.forEach(
                (language, name) -> settings.put("privacy.schools.names." + school + "." + language, name)));
        return settings;
    }
}
