package vn.edu.privacy.consent.checkpoint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.platform.testing.Rule;

/** Against the vectors that implementations of RFC 6962 share, and every small tree against its plain definition. */
@Rule("R-CON-10")
class MerkleTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> LEAVES =
            leaves("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int LARGEST = 70;

    @Test
    void rootsAreThoseOfTheKnownVectors() {
        assertThat(HEX.formatHex(new MerkleRoot().value()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertThat(HEX.formatHex(streamed(LEAVES.subList(0, size)))).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void pathsAreThoseOfTheKnownVectors() {
        assertThat(hex(MerklePath.of(LEAVES, 0)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(MerklePath.of(LEAVES.subList(0, 3), 2)))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    @Test
    void everySmallTreeIsWhatItsDefinitionSays() {
        for (int size = 1; size <= LARGEST; size++) {
            assertThat(streamed(numbered(size))).isEqualTo(defined(numbered(size)));
        }
    }

    @Test
    void everyPathOfEverySmallTreeLeadsToItsRootAndToNoOther() {
        for (int size = 1; size <= LARGEST; size++) {
            List<byte[]> leaves = numbered(size);
            byte[] root = defined(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerklePath.of(leaves, index);
                assertThat(MerklePath.root(leaves.get(index), index, size, path))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(root));
                for (int other = 0; other < size; other++) {
                    boolean leads = MerklePath.root(leaves.get(index), other, size, path)
                            .filter(found -> Arrays.equals(found, root))
                            .isPresent();
                    assertThat(leads).isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void aPathTooShortTooLongOrChangedLeadsNowhere() {
        for (int size = 2; size <= LARGEST; size++) {
            List<byte[]> leaves = numbered(size);
            byte[] root = defined(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerklePath.of(leaves, index);
                byte[] leaf = leaves.get(index);
                assertThat(MerklePath.root(leaf, index, size, path.subList(1, path.size())))
                        .isEmpty();
                List<byte[]> longer = new ArrayList<>(path);
                longer.add(leaf);
                assertThat(MerklePath.root(leaf, index, size, longer)).isEmpty();
                List<byte[]> changed = new ArrayList<>(path);
                changed.set(0, Sha256.of(path.getFirst()));
                Optional<byte[]> elsewhere = MerklePath.root(leaf, index, size, changed);
                assertThat(elsewhere).isPresent();
                assertThat(elsewhere.orElseThrow()).isNotEqualTo(root);
            }
        }
    }

    @Test
    void aLeafNeverPassesForANode() {
        byte[] left = LEAVES.get(0);
        byte[] right = LEAVES.get(1);
        byte[] both = HEX.parseHex(HEX.formatHex(left) + HEX.formatHex(right));
        assertThat(Sha256.leaf(both)).isNotEqualTo(Sha256.node(left, right));
    }

    private static byte[] streamed(List<byte[]> hashes) {
        MerkleRoot root = new MerkleRoot();
        hashes.forEach(root::add);
        assertThat(root.size()).isEqualTo(hashes.size());
        return root.value();
    }

    /** RFC 9162 section 2.1.1, word for word: split at the largest power of two smaller than the size. */
    static byte[] defined(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int split = 1;
        while (split * 2 < hashes.size()) {
            split *= 2;
        }
        return Sha256.node(defined(hashes.subList(0, split)), defined(hashes.subList(split, hashes.size())));
    }

    private static List<byte[]> numbered(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> Sha256.leaf(new byte[] {(byte) number}))
                .toList();
    }

    private static List<byte[]> leaves(String... data) {
        return List.of(data).stream().map(HEX::parseHex).map(Sha256::leaf).toList();
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
