import { describe, expect, it } from "vitest";
import { findLikelyChildName } from "~/domain/people/names-guard";
import { readTemplate, TEMPLATE_KEYS } from "../questionnaire/read-template";

const asks: readonly (readonly [sentence: string, words: readonly string[]])[] = [
  ["Jack now reads with his class every morning.", ["Jack"]],
  ["Amelia in Year 4 has a one-page profile.", ["Amelia"]],
  ["We saw that Amelia's attendance rose after the plan.", ["Amelia"]],
  ["See the plan for pupil JB.", ["JB"]],
  ["The child K.M. carries his own inhaler.", ["K.M."]],
  ["For example Mohammed and Olivia use the quiet room.", ["Mohammed", "Olivia"]],
  ["Our work with Oliwia shows this.", ["Oliwia"]],
  ["Reviewed with Kaelyn's mum in March.", ["Kaelyn"]],
  ["Xanthe’s parents came to the review.", ["Xanthe"]],
  ["A pupil called Grace was moved to the front.", ["Grace"]],
  ["A girl named Hope leads the group.", ["Hope"]],
  ["We trialled it; Max in Year 6 liked it.", ["Max"]],
  ["The ramp was built after Wiktor in Year 2 joined us.", ["Wiktor"]],
  ["Since September Kacper (Y3) has had a reader pen.", ["Kacper"]],
  ["This helped Zofia Kowalska, Reception, to settle.", ["Zofia"]],
  ["The boy Ebo has a laptop.", ["Ebo"]],
  ["Her file is A123456789012.", ["A123456789012"]],
  ["Noah’s plan shows the steps.", ["Noah"]],
  ["Meeting notes 4 May: Freya, Ethan, two others.", ["Freya", "Ethan"]],
  ["We gave Zoë in Year 5 a place.", ["Zoë"]],
];

const quiet: readonly string[] = [
  "Mrs Ellis leads the review each term.",
  "Mr Jack checks the kit every month.",
  "Dr Adam came from the clinic in June.",
  "Jo Barnes, our SENCO, keeps the register.",
  "Our SENCO Hannah Osei keeps the register.",
  "Children at St Brannoc's join in with PE.",
  "We work with St Thomas Primary School in Canterbury.",
  "Zones of Regulation is used in Year 4 and Year 5.",
  "Makaton in Reception has helped everyone.",
  "We started Boxall profiles in Autumn Term 2.",
  "Phonics in Year 1 is checked every six weeks.",
  "Using Numberblocks in Year 2 has helped.",
  "Our Talk Boost groups run in Nursery.",
  "Pupil PP numbers are in the plan; pupil SEN records are kept apart.",
  "Parents and carers said this in March.",
  "Year 6 pupils lead assembly on Friday.",
  "Kent County Council sent a link in September.",
  "Thanet and Dover schools visit in May.",
  "Staff trained by Elklan in the Spring Term.",
  "The Amelia Trust gave us a grant.",
  "Harry Potter Room is our quiet space.",
  "Attendance in Year 4 rose from 92% to 95%.",
  "See the policy, section 3, on Teams.",
  "Every child has a plan. Reading in Year 2 is next.",
  "The educational psychologist Daniel Shaw visits twice a term.",
  "Children's voices are heard at School Council.",
  "We use Read Write Inc in Year 1.",
  "Evidence is in the SENCO's folder, on the shared drive.",
  "",
  "fewer than 5 pupils have a plan, checked by Mrs Amelia Stone in July",
  "Call 01632 960127 and ask for Ruby, office manager.",
];

describe("asking about a child's name", () => {
  it.each(asks)("quotes what may name a child in: %s", (sentence, words) => {
    expect(findLikelyChildName(sentence).map((name) => name.words)).toEqual(words);
  });

  it.each(quiet)("is quiet about: %s", (sentence) => {
    expect(findLikelyChildName(sentence)).toEqual([]);
  });

  it("names a word once, however often it stands there", () => {
    const names = findLikelyChildName("Jack reads. Then Jack writes. Jack's mum came.");
    expect(names).toEqual([{ words: "Jack", why: "given-name" }]);
  });

  it("quotes the words as they stand in the text", () => {
    const text = "After the visit Aaliyah’s parents, pupil TQ and Kacper (Y3) were asked.";
    for (const { words } of findLikelyChildName(text)) expect(text).toContain(words);
    expect(findLikelyChildName(text)).toHaveLength(3);
  });

  it.each(TEMPLATE_KEYS)("is quiet about every sentence of our own: %s", (key) => {
    const asked = readTemplate(key)
      .sections.flatMap((section) => section.items)
      .flatMap((item) => [item.statement, item.evidence, item.help ?? ""])
      .concat(readTemplate(key).sections.map((section) => section.title))
      .flatMap((text) => findLikelyChildName(text));
    expect(asked).toEqual([]);
  });

  it("stays quick on the longest text", () => {
    const text = "Amelia’s mum in Year 4. ".repeat(170);
    expect(findLikelyChildName(text)).toEqual([{ words: "Amelia", why: "beside-pupil" }]);
  });
});
