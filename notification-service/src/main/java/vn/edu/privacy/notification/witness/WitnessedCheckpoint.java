package vn.edu.privacy.notification.witness;

import java.time.Instant;

/**
 * A checkpoint as this service heard of it.
 *
 * @param number from 1 on
 * @param hash SHA-256 of its signed text, computed here
 * @param previous hash of the one before, as the text says
 * @param signed the text as a JWS in compact form
 * @param heardAt when it was taken in
 */
record WitnessedCheckpoint(long number, String hash, String previous, String signed, Instant heardAt) {}
