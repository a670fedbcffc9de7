package vn.edu.privacy.consent.consent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which law is followed besides the one in force.
 *
 * @param uphold ids of earlier regimes whose stricter rules are kept (R-REG-04)
 */
@ConfigurationProperties("privacy.law")
record LawProperties(@DefaultValue("ND13_2023") List<String> uphold) {}
