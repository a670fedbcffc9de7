package vn.edu.privacy.notification.witness;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.messaging.Intake;

/** Listens to checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessProperties.class)
class WitnessConfiguration {
    @Bean
    Consumer<Message<byte[]>> checkpointsIn(Intake intake, BearWitness witness, JsonMapper json, Clock clock) {
        return intake.into("checkpoints", new CheckpointEvents(witness, json, clock));
    }
}
