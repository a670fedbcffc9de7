package vn.edu.privacy.standalone.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What pages do behind a reader's back: errors, breaches of their own policy, and asking anybody else. */
final class Watch {
    /** The two services and the login; Chromium's own pages have no host. */
    private static final Set<Integer> OURS = Set.of(8081, 8082, 8180);

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> refusedPages = new HashSet<>();

    Watch(BrowserContext person) {
        person.onRequest(this::asked);
        person.onResponse(this::answered);
        person.onConsoleMessage(this::said);
        person.onWebError(error -> complaints.add("script failed: " + error.error()));
    }

    /** Everything since the last call. */
    List<String> complaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        return found;
    }

    private void asked(Request request) {
        URI address = URI.create(request.url().replaceAll("[|\"<> ].*", ""));
        boolean ours = "localhost".equals(address.getHost()) && OURS.contains(address.getPort());
        if (!ours && address.getHost() != null) {
            complaints.add("asks another host: " + request.url());
        }
    }

    /** A page that is refused is looked at as such; the browser's own line about it is no error of the page. */
    private void answered(Response response) {
        if (response.status() >= 400 && response.request().isNavigationRequest()) {
            refusedPages.add(response.url());
        } else if (response.status() >= 400) {
            complaints.add(response.status() + " for " + response.url());
        }
    }

    private void said(ConsoleMessage message) {
        boolean aboutRefusedPage = message.text().startsWith("Failed to load resource")
                && refusedPages.contains(message.location().replaceAll(":\\d+:\\d+$", ""));
        if (message.type().equals("error") && !aboutRefusedPage) {
            complaints.add("console: " + message.text() + " at " + message.location());
        }
    }
}
