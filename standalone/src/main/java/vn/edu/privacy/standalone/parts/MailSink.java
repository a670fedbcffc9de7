package vn.edu.privacy.standalone.parts;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.standalone.machine.Ports;
import vn.edu.privacy.standalone.machine.StartProblem;

/** Takes every mail and sends none on; the mails can be read over IMAP with any password, and until the next start. */
public final class MailSink implements AutoCloseable {

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    public static MailSink start(Ports ports) {
        GreenMail server = new GreenMail(new ServerSetup[] {
                    new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(ports.imap(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new MailSink(server);
    }

    /** A mail as it came in. */
    public record Mail(@Nullable Instant at, List<String> to, String subject, String text) {}

    /** All mails since the start, the oldest first. */
    public List<Mail> received() {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                Date sent = message.getSentDate();
                mails.add(new Mail(
                        sent == null ? null : sent.toInstant(),
                        Arrays.stream(message.getAllRecipients())
                                .map(Address::toString)
                                .toList(),
                        message.getSubject() == null ? "" : message.getSubject(),
                        textOf(message.getContent())));
            } catch (MessagingException | IOException e) {
                throw new StartProblem("A mail cannot be read: " + e.getMessage(), e);
            }
        }
        return mails;
    }

    private static String textOf(Object content) throws MessagingException, IOException {
        if (content instanceof jakarta.mail.Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(textOf(parts.getBodyPart(i).getContent()));
            }
            return text.toString();
        }
        return String.valueOf(content);
    }

    @Override
    public void close() {
        server.stop();
    }
}
