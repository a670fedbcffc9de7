package vn.edu.privacy.consent.unit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tree may grow.
 *
 * @param depth how many units may stand one below the other, the Department and the school included
 */
@ConfigurationProperties("privacy.units")
@Validated
record UnitProperties(@DefaultValue("6") @Min(2) @Max(20) int depth) {}
