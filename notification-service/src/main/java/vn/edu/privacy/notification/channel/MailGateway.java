package vn.edu.privacy.notification.channel;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The mail server. Talks to it directly and not through Spring's sender, which keeps neither the reply by which the
 * server takes a message nor the code by which it refuses one.
 */
final class MailGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(MailGateway.class);
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST_REPLY = 200;
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl sender;
    private final String from;

    MailGateway(JavaMailSenderImpl sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Mono<Outcome> send(Message message, String address) {
        return Mono.fromCallable(() -> handOver(message, address)).subscribeOn(Schedulers.boundedElastic());
    }

    private Outcome handOver(Message message, String address) {
        MimeMessage mail;
        try {
            mail = mail(message, new InternetAddress(address, true));
        } catch (MessagingException unusable) {
            return new Outcome.Refused(DeliveryError.ADDRESS_INVALID, null);
        }
        try {
            Transport transport = sender.getSession()
                    .getTransport(
                            Objects.requireNonNullElse(sender.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL));
            try {
                transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
                transport.sendMessage(mail, mail.getAllRecipients());
                return new Outcome.Accepted(reply(transport), null);
            } finally {
                takeLeave(transport);
            }
        } catch (AuthenticationFailedException refused) {
            return new Outcome.Failed(DeliveryError.MAIL_LOGIN_REFUSED);
        } catch (SendFailedException refused) {
            int code = code(refused);
            return code >= PERMANENT
                    ? new Outcome.Refused(DeliveryError.MAIL_REFUSED, Integer.toString(code))
                    : new Outcome.Failed(DeliveryError.MAIL_REFUSED);
        } catch (MessagingException failed) {
            LOG.warn("no answer from the mail server: {}", failed.getClass().getName());
            return new Outcome.Failed(DeliveryError.MAIL_SERVER_UNAVAILABLE);
        }
    }

    /** A goodbye that fails makes nothing unsent. */
    private static void takeLeave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug(
                    "the mail server was gone before the goodbye: {}",
                    gone.getClass().getName());
        }
    }

    private MimeMessage mail(Message message, InternetAddress to) throws MessagingException {
        MimeMessage mail = sender.createMimeMessage();
        InternetAddress sending = new InternetAddress(from, true);
        mail.setFrom(sending);
        mail.setRecipients(MimeMessage.RecipientType.TO, new Address[] {to});
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setHeader("Content-Language", message.language().getLanguage());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setSentDate(new Date());
        mail.saveChanges();
        // after saving, which writes one of its own; the same when it is sent again, so that mailboxes may drop the
        // second
        mail.setHeader("Message-ID", "<" + message.id() + domain(sending) + ">");
        return mail;
    }

    /** What the server answered to the end of the message, without the addresses that some repeat. */
    private static String reply(Transport transport) {
        String reply = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
        String words = SPACE.matcher(ADDRESS.matcher(reply == null ? "" : reply).replaceAll("…"))
                .replaceAll(" ")
                .strip();
        return words.substring(0, Math.min(words.length(), LONGEST_REPLY));
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@'));
    }

    /** The code of the refusal; 0 when none is told. */
    private static int code(SendFailedException refused) {
        for (Exception each = refused; each != null; ) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException whole && whole.getNextException() == null) {
                return whole.getReturnCode();
            }
            each = each instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return 0;
    }
}
