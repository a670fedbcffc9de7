import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an export of the consent ledger without the service that made it: every link of every chain, the Merkle root
 * (RFC 9162) over their heads, the chain of checkpoints and their signatures, and what a witness kept. It holds one line at
 * a time.
 *
 * <p>Exit: 0 everything holds · 1 something does not, the first broken place is named · 2 it could not be run.
 */
public final class VerifyLedger {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NODE = {1};
    private static final String ZEROS = "0".repeat(64);
    private static final String HASH = "([0-9a-f]{64})";
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern HEAD =
            Pattern.compile("\\{\"ledger\":\"vn\\.edu\\.privacy/1\",\"checkpoint\":" + NUMBER + "}");
    private static final Pattern SIGNED =
            Pattern.compile("\\{\"signed\":\"([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\"}");
    private static final Pattern CHECKPOINT = Pattern.compile("\\{\"chains\":" + NUMBER + ",\"madeAt\":\"([^\"]+)\",\"number\":"
            + NUMBER + ",\"previous\":\"" + HASH + "\",\"root\":\"" + HASH + "\",\"v\":1}");
    private static final Pattern LEAF =
            Pattern.compile("\\{\"leaf\":" + NUMBER + ",\"path\":\\[((?:\"[0-9a-f]{64}\"(?:,(?!])|(?=])))*)]}");
    private static final Pattern ENTRY = Pattern.compile("\\{\"subject\":\"" + HASH + "\",\"seq\":" + NUMBER + ",\"body\":\""
            + HASH + "\",\"hash\":\"" + HASH + "\"(?:,\"content\":(\\{.*}))?}");
    private static final Pattern END = Pattern.compile("\\{\"entries\":" + NUMBER + ",\"chains\":" + NUMBER + "}");

    private final Map<String, PublicKey> keys;
    private final Map<Long, String> witnessed;
    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private Checkpoint newest;
    private long place;
    private long chains;
    private long entries;
    private String subject = "";
    private long seq;
    private String hash = ZEROS;
    private byte[] lastLeaf = new byte[0];

    private VerifyLedger(Map<String, PublicKey> keys, Map<Long, String> witnessed) {
        this.keys = keys;
        this.witnessed = new HashMap<>(witnessed);
    }

    /** Entry point. */
    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("verify-ledger EXPORT KEYS [WITNESSED ...]  (their addresses: docs/decisions/0010)");
            System.exit(2);
        }
        try (InputStream export = new BufferedInputStream(Files.newInputStream(Path.of(args[0])))) {
            List<String> kept = new ArrayList<>();
            for (String file : Arrays.copyOfRange(args, 2, args.length)) {
                kept.add(Files.readString(Path.of(file)));
            }
            System.out.println("holds: " + verify(export, Files.readString(Path.of(args[1])), kept));
        } catch (Broken broken) {
            System.out.println("BROKEN: " + broken.getMessage());
            System.exit(1);
        } catch (IOException | GeneralSecurityException unreadable) {
            System.err.println("cannot be verified: " + unreadable);
            System.exit(2);
        }
    }

    /**
     * Verifies the lines of an export with the public keys (RFC 7517) and checkpoints as witnesses kept them; tells what
     * holds, or throws at the first place that does not.
     */
    public static String verify(InputStream export, String jwks, List<String> kept)
            throws IOException, GeneralSecurityException {
        Map<Long, String> witnessed = new HashMap<>();
        for (String one : kept) {
            long number = Long.parseLong(only(Pattern.compile("\"number\":\\s*" + NUMBER), one));
            witnessed.put(number, only(Pattern.compile("\"hash\":\\s*\"" + HASH + "\""), one));
        }
        return new VerifyLedger(keys(jwks), witnessed).run(export);
    }

    private String run(InputStream export) throws IOException, GeneralSecurityException {
        long promised = Long.parseLong(match(HEAD, line(export), "the head line").group(1));
        String line = line(export);
        for (Matcher signed = SIGNED.matcher(line); signed.matches(); signed = SIGNED.matcher(line)) {
            follow(signed);
            line = line(export);
        }
        require(newest != null && newest.number == promised, "the promised checkpoint is missing");
        require(witnessed.isEmpty(), "witnessed checkpoints are not in this export: " + witnessed.keySet());
        Matcher leaf = LEAF.matcher(line);
        boolean oneChain = leaf.matches();
        line = oneChain ? line(export) : line;
        for (Matcher entry = ENTRY.matcher(line); entry.matches(); entry = ENTRY.matcher(line)) {
            link(entry, oneChain);
            line = line(export);
        }
        closeChain();
        Matcher end = match(END, line, "an entry or the last line");
        boolean all = Long.parseLong(end.group(1)) == entries && Long.parseLong(end.group(2)) == chains;
        require(all, "entries or chains were left out or added");
        require(export.read() < 0, "something follows the last line");
        byte[] root = oneChain ? pathRoot(leaf, newest.chains) : root();
        require(oneChain ? chains == 1 : chains == newest.chains, "the checkpoint covers another number of chains");
        require(HEX.formatHex(root).equals(newest.root), "the chains are not those that the checkpoint was signed over");
        return entries + " entries in " + chains + " chains under checkpoint " + newest.number + " of " + newest.madeAt
                + ", hash " + newest.hash;
    }

    private void follow(Matcher signed) throws GeneralSecurityException {
        byte[] payload = bytes(signed.group(2));
        byte[] signature = bytes(signed.group(3));
        String says = new String(bytes(signed.group(1)), StandardCharsets.UTF_8);
        PublicKey key = keys.get(only(Pattern.compile("\"kid\":\"([^\"]+)\""), says));
        require(key != null && says.contains("\"alg\":\"RS256\"") && says.contains("\"consent-checkpoint+json\""),
                "a checkpoint is not signed with a published key");
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(key);
        rsa.update((signed.group(1) + "." + signed.group(2)).getBytes(StandardCharsets.US_ASCII));
        try {
            require(rsa.verify(signature), "a checkpoint's signature does not hold");
        } catch (SignatureException malformed) {
            throw new Broken("line " + place + ": a checkpoint's signature is none");
        }
        Matcher text = match(CHECKPOINT, new String(payload, StandardCharsets.UTF_8), "a checkpoint");
        Checkpoint next = new Checkpoint(Long.parseLong(text.group(3)), text.group(2), Long.parseLong(text.group(1)),
                text.group(5), HEX.formatHex(sha256(payload)));
        boolean follows = newest == null
                ? next.number > 1 || text.group(4).equals(ZEROS)
                : next.number == newest.number + 1 && text.group(4).equals(newest.hash);
        require(follows, "checkpoint " + next.number + " does not follow from the one before");
        String kept = witnessed.remove(next.number);
        require(kept == null || kept.equals(next.hash), "a witness kept another checkpoint: the past was rewritten");
        newest = next;
    }

    private void link(Matcher entry, boolean withContent) throws GeneralSecurityException {
        if (!entry.group(1).equals(subject)) {
            closeChain();
            require(entry.group(1).compareTo(subject) > 0, "chains are out of order or come twice");
            subject = entry.group(1);
            seq = 0;
            hash = ZEROS;
            chains++;
        }
        seq++;
        entries++;
        String where = "entry " + seq + " of chain " + subject;
        require(Long.parseLong(entry.group(2)) == seq, where + " is missing");
        require((entry.group(5) != null) == withContent, where + " has content where none belongs, or none");
        if (withContent) {
            byte[] body = sha256(entry.group(5).getBytes(StandardCharsets.ISO_8859_1));
            require(HEX.formatHex(body).equals(entry.group(3)), where + " says something else than was recorded");
        }
        byte[] link = sha256(HEX.parseHex(hash), HEX.parseHex(entry.group(3)));
        hash = entry.group(4);
        require(HEX.formatHex(link).equals(hash), where + " does not follow from the one before");
    }

    private void closeChain() throws GeneralSecurityException {
        if (chains == 0) return;
        byte[] head = HEX.parseHex(subject + HEX.formatHex(ByteBuffer.allocate(8).putLong(seq).array()) + hash);
        lastLeaf = sha256(new byte[] {0}, head);
        byte[] joined = lastLeaf;
        for (long left = chains - 1; (left & 1) == 1; left >>= 1) {
            joined = sha256(NODE, peaks.pop(), joined);
        }
        peaks.push(joined);
    }

    private byte[] root() throws GeneralSecurityException {
        byte[] root = peaks.isEmpty() ? sha256() : peaks.pop();
        while (!peaks.isEmpty()) {
            root = sha256(NODE, peaks.pop(), root);
        }
        return root;
    }

    private byte[] pathRoot(Matcher leaf, long size) throws GeneralSecurityException {
        long at = Long.parseLong(leaf.group(1));
        long last = size - 1;
        require(at <= last, "the leaf is not in the tree");
        byte[] root = lastLeaf;
        for (Matcher step = Pattern.compile(HASH).matcher(leaf.group(2)); step.find(); at >>= 1, last >>= 1) {
            byte[] neighbour = HEX.parseHex(step.group(1));
            require(last > 0, "the path is too long");
            if ((at & 1) == 1 || at == last) {
                root = sha256(NODE, neighbour, root);
                for (; (at & 1) == 0 && at != 0; at >>= 1) {
                    last >>= 1;
                }
            } else {
                root = sha256(NODE, root, neighbour);
            }
        }
        require(last == 0, "the path is too short");
        return root;
    }

    private String line(InputStream in) throws IOException {
        place++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        require(next == '\n', "the export was cut");
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private Matcher match(Pattern pattern, String text, String what) {
        Matcher matcher = pattern.matcher(text);
        require(matcher.matches(), "not " + what);
        return matcher;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) throw new Broken("line " + place + ": " + otherwise);
    }

    /** One text has one encoding: what decodes to the same bytes but is written otherwise was changed. */
    private byte[] bytes(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            require(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64), "not plain base64url");
            return bytes;
        } catch (IllegalArgumentException unreadable) {
            throw new Broken("line " + place + ": not base64url");
        }
    }

    private static Map<String, PublicKey> keys(String jwks) throws GeneralSecurityException {
        Map<String, PublicKey> keys = new HashMap<>();
        Matcher object = Pattern.compile("\\{[^{}]*}").matcher(jwks);
        while (object.find()) {
            String key = object.group();
            BigInteger[] parts = new BigInteger[2];
            for (int i = 0; i < 2; i++) {
                String part = only(Pattern.compile("\"" + "ne".charAt(i) + "\":\\s*\"([^\"]+)\""), key);
                parts[i] = new BigInteger(1, Base64.getUrlDecoder().decode(part));
            }
            keys.put(only(Pattern.compile("\"kid\":\\s*\"([^\"]+)\""), key),
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(parts[0], parts[1])));
        }
        return keys;
    }

    private static String only(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new Broken("missing " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private record Checkpoint(long number, String madeAt, long chains, String root, String hash) {}

    /** Something does not hold. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String where) {
            super(where);
        }
    }
}
