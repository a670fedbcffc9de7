package vn.edu.privacy.notification.holder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.edu.privacy.notification.holder.HolderProperties.Registered;
import vn.edu.privacy.notification.holder.KnownHolder.Channel;

/** The data holders known, and how each is reached. */
@Component
public class HolderRegistry {
    private final List<KnownHolder> holders;

    HolderRegistry(HolderProperties properties) {
        this.holders = properties.holders().entrySet().stream()
                .map(entry -> new KnownHolder(entry.getKey(), entry.getValue().name(), channel(entry.getValue())))
                .sorted(Comparator.comparing(KnownHolder::code))
                .toList();
    }

    /** All of them, by code. */
    public List<KnownHolder> all() {
        return holders;
    }

    /** The holder of that code; empty when nobody registered it, and then only people can reach it. */
    public Optional<KnownHolder> find(String code) {
        return holders.stream().filter(holder -> holder.code().equals(code)).findFirst();
    }

    /** Those that answer by the data-holder API. */
    public List<KnownHolder> reachable() {
        return holders.stream()
                .filter(holder -> holder.channel() == Channel.API)
                .toList();
    }

    /** Whether the holder of that code answers by the data-holder API. */
    public boolean reaches(String code) {
        return find(code).filter(holder -> holder.channel() == Channel.API).isPresent();
    }

    private static Channel channel(Registered registered) {
        return registered.url() == null || registered.url().isBlank() ? Channel.MANUAL : Channel.API;
    }
}
