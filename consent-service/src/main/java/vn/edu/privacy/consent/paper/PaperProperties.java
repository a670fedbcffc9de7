package vn.edu.privacy.consent.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.edu.privacy.consent.paper.domain.SamplingPlan;

/**
 * How the desk works.
 *
 * @param sample how much of a batch is compared with its evidence; may be raised, never lowered
 */
@ConfigurationProperties("privacy.paper")
record PaperProperties(@DefaultValue Sample sample) {

    SamplingPlan plan() {
        return new SamplingPlan(sample.least(), sample.percent());
    }

    /**
     * A sample.
     *
     * @param least lines
     * @param percent of a batch's lines
     */
    record Sample(
            @DefaultValue("10") int least,
            @DefaultValue("5") int percent) {}
}
