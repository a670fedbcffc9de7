package vn.edu.privacy.standalone.journeys;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Follows every link from where a reader begins; of pages that differ only in whom they are about, the first few. */
final class Crawl {
    private static final int OF_A_KIND = 2;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"([^\"]*)\"");
    private static final String OURS = "http://localhost:808";
    private static final String LOGIN = "/realms/";

    private final APIRequestContext reader;
    private final Map<String, List<String>> found = new TreeMap<>();
    private final List<String> dead = new ArrayList<>();
    private final Map<String, String> from = new HashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final boolean loggedIn;

    /** @param loggedIn whether being asked to log in is wrong */
    Crawl(APIRequestContext reader, boolean loggedIn) {
        this.reader = reader;
        this.loggedIn = loggedIn;
    }

    /** Opens everything that can be reached; returns the addresses by kind. */
    Map<String, List<String>> from(Collection<String> beginnings) {
        beginnings.forEach(each -> offer(each, "where one begins"));
        while (!ahead.isEmpty()) {
            open(ahead.poll());
        }
        return found;
    }

    /** Links that led nowhere, and from where. */
    List<String> dead() {
        return dead;
    }

    /** The kind of a page: its address with stars for ids, codes, numbers and classes. */
    static String kind(String address) {
        URI uri = URI.create(address);
        String path = uri.getPath()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("/purposes/(?!\\*)[a-z0-9-]+", "/purposes/*")
                .replaceAll("/forms/[0-9A-Z-]+", "/forms/*")
                .replaceAll("/problems/[a-z0-9-]+", "/problems/*")
                .replaceAll("/units/[a-z0-9-]+", "/units/*")
                .replaceAll("/templates/[A-Z_]+", "/templates/*")
                .replaceAll("/[0-9]+(?=/|$)", "/*");
        String query = uri.getRawQuery() == null
                ? ""
                : "?" + uri.getRawQuery().replaceAll("=[^&]*", "").replaceAll("(&|^)(done|before)(?=&|$)", "");
        return path + (query.equals("?") ? "" : query);
    }

    private void open(String address) {
        List<String> alike = found.getOrDefault(kind(address), List.of());
        if (alike.size() >= OF_A_KIND) {
            return;
        }
        APIResponse answer = reader.get(address);
        try {
            boolean asksWho = answer.url().contains(LOGIN);
            if (answer.status() != 200 || (asksWho && loggedIn)) {
                dead.add(answer.status() + " at " + answer.url() + " for " + address + " from " + from.get(address));
            } else if (!asksWho) {
                found.computeIfAbsent(kind(address), any -> new ArrayList<>()).add(address);
                LINK.matcher(answer.text())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .map(link -> URI.create(answer.url()).resolve(link).toString())
                        .forEach(link -> offer(link, address));
            }
        } finally {
            answer.dispose();
        }
    }

    private void offer(String link, String whence) {
        String address = link.replaceAll("#.*", "")
                .replaceAll("([?&])lang=(vi|en)&?", "$1")
                .replaceAll("[?&]$", "");
        if (address.startsWith(OURS) && from.putIfAbsent(address, whence) == null) {
            ahead.add(address);
        }
    }
}
