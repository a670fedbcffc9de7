package vn.edu.privacy.standalone.machine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens, on the loopback interface only. */
public record Ports(
        int consent,
        int notification,
        int keycloak,
        int postgres,
        int kafka,
        int kafkaController,
        int sectorDatabase,
        int smtp,
        int imap) {

    /** The addresses that documentation and the realm name; the inner ones lie together where little else does. */
    public static Ports usual() {
        return new Ports(8081, 8082, 8180, 18432, 18092, 18093, 18083, 18025, 18143);
    }

    /** What each port is for, in the order in which a person thinks of them. */
    public Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("consent-service", consent);
        named.put("notification-service", notification);
        named.put("Keycloak", keycloak);
        named.put("PostgreSQL", postgres);
        named.put("Kafka", kafka);
        named.put("Kafka's controller", kafkaController);
        named.put("the stand-in sector database", sectorDatabase);
        named.put("mail (SMTP)", smtp);
        named.put("mail (IMAP)", imap);
        return named;
    }

    public String consentUrl() {
        return "http://localhost:" + consent + "/consents";
    }

    public String rightsUrl() {
        return "http://localhost:" + notification + "/rights";
    }

    public String keycloakUrl() {
        return "http://localhost:" + keycloak;
    }

    public String issuer() {
        return keycloakUrl() + "/realms/schools";
    }

    public String sectorUrl() {
        return "http://127.0.0.1:" + sectorDatabase;
    }
}
