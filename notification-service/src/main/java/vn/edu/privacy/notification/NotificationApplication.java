package vn.edu.privacy.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts notification-service. */
@SpringBootApplication
@EnableScheduling
public class NotificationApplication {
    /** Entry point. */
    public static void main(String[] args) {
        SpringApplication.run(NotificationApplication.class, args);
    }
}
