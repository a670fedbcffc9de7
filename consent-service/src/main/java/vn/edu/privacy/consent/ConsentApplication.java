package vn.edu.privacy.consent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** consent-service: who consented to what, under which notice; may this be collected now. */
@SpringBootApplication
public class ConsentApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(ConsentApplication.class, args);
    }
}
