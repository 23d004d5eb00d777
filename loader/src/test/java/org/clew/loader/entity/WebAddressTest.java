package org.clew.loader.entity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.loader.entity.WebAddress.Asset;
import org.clew.loader.entity.WebAddress.Nothing;
import org.clew.loader.entity.WebAddress.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://www.twitter.com/CGTNOfficial, account:x:@cgtnofficial
          https://x.com/i/user/25073877, account:x:25073877
          https://twitter.com/intent/user?screen_name=RT_com, account:x:@rt_com
          https://twitter.com/new_observation/status/15626, account:x:@new_observation
          https://www.facebook.com/Aiken-Times-102699811416534/, page:facebook:102699811416534
          https://business.facebook.com/Lansing-Sun-118678892851412/?business_id=8, page:facebook:118678892851412
          https://www.facebook.com/PressTV, page:facebook:@presstv
          https://www.facebook.com/profile.php?id=100064, account:facebook:100064
          https://www.facebook.com/groups/1234567890/, group:facebook:1234567890
          https://m.facebook.com/groups/some.name, group:facebook:@some.name
          https://www.facebook.com/pages/Name/1234567, page:facebook:1234567
          https://instagram.com/rt_araby/, account:instagram:@rt_araby
          https://t.me/s/poroshenkopa, account:telegram:@poroshenkopa
          https://t.me/joinchat/AAAAB, group:telegram:AAAAB
          https://www.youtube.com/channel/UClzwimpLoZu9us9MwalLbtA, account:youtube:UClzwimpLoZu9us9MwalLbtA
          https://www.youtube.com/@gagauzia_24, account:youtube:@gagauzia_24
          https://www.youtube.com/c/SGTNews, account:youtube:@sgtnews
          https://www.youtube.com/RTonline, account:youtube:@rtonline
          http://vk.com/id464508604, account:vk:464508604
          https://vk.com/club17, group:vk:17
          https://vk.com/xinhuanews, page:vk:@xinhuanews
          https://www.tiktok.com/@sputnik.by, account:tiktok:@sputnik.by
          https://ok.ru/group/70000005349948, group:ok:70000005349948
          https://ok.ru/vesti, page:ok:@vesti
          https://rutube.ru/channel/24675972, account:rutube:24675972
          https://www.linkedin.com/company/cgtn-america, page:linkedin:@cgtn-america
          https://www.linkedin.com/in/amerikagozlemi/, account:linkedin:@amerikagozlemi
          https://www.reddit.com/user/Accomplished-Bag5619/, account:reddit:@accomplished-bag5619
          """)
  void shouldNameTheAssetOfAPlatformAddress(String url, String id) {
    assertThat(WebAddress.of(url))
        .isInstanceOfSatisfying(Asset.class, asset -> assertThat(asset.id().value()).isEqualTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/",
        "https://www.facebook.com/sharer.php?u=x.com",
        "https://twitter.com/hashtag/one",
        "https://twitter.com/cctv.chinese",
        "https://www.twitter.com/belteleradiocompany",
        "https://www.youtube.com/watch?v=X_EWYemclKA",
        "https://www.facebook.com/روسيا بالعربية",
        "javascript:alert(1)"
      })
  void shouldSayWhyAnAddressNamesNothing(String url) {
    assertThat(WebAddress.of(url))
        .isInstanceOfSatisfying(Nothing.class, none -> assertThat(none.reason()).endsWith("."));
  }

  @Test
  void shouldTakeOtherHostsForSites() {
    assertThat(WebAddress.of("https://www.presstv.ir/Detail?id=1"))
        .isEqualTo(new Site("presstv.ir", "presstv.ir/Detail?id=1"));
  }

  @Test
  void shouldReadHandlesWithAndWithoutAtSign() {
    assertThat(WebAddress.ofHandle("x", "@Strateg_Culture"))
        .isEqualTo(WebAddress.ofHandle("x", "Strateg_Culture"));
  }

  @Property
  void shouldReadAnyTextWithoutFailing(@ForAll String text) {
    assertThat(WebAddress.of(text)).isNotNull();
    assertThat(WebAddress.of("https://www.facebook.com/" + text)).isNotNull();
  }
}
