package vn.edu.privacy.notification.channel;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.reactive.function.client.WebClient;

/** The channels of an operator whose mail server and gateways listen on this machine. */
public final class TestGateways {
    /** What proves to every gateway who calls. */
    public static final String KEY = "the-operators-key";

    /** How long a gateway may take. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private TestGateways() {}

    /**
     * Mail, and what stands in the map.
     *
     * @param mailPort of the mail server
     * @param gateways by channel
     * @param perSecond how many messages each takes in a second
     * @param rest for how long a channel rests when most fails
     */
    public static Gateways of(int mailPort, Map<Channel, WireMockServer> gateways, int perSecond, Duration rest) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(mailPort);
        Map<Channel, ChannelProperties.Service> services = new EnumMap<>(Channel.class);
        gateways.forEach((channel, server) -> services.put(
                channel,
                new ChannelProperties.Service(server.baseUrl(), KEY, "", channel == Channel.ZALO, perSecond, TIMEOUT)));
        return new Gateways(
                new ChannelProperties("khong-tra-loi@truong.example", perSecond, services, rest),
                mail,
                WebClient.builder());
    }
}
