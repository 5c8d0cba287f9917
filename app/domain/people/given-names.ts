/**
 * Given names that children in Kent schools often have, and that are rarely anything else in a sentence about
 * a school. Names that are also ordinary words (Grace, Hope, May, Will, Amber) are left out here; beside
 * words such as "Year 4" any capitalised word is looked at. Kept short on purpose: this asks, it does not judge.
 */
const NAMES = `
Aaliyah Aaron Abbie Abdul Abdullah Abigail Adam Agnieszka Ahmed Aidan Aisha Alana Albert Albie Alex Alexander
Alfie Ali Alice Aliyah Amelia Amelie Amina Amir Amy Ananya Anaya Andrei Anna Annabelle Anya Archie Arjun Arlo
Arthur Aryan Asha Ava Ayaan Ayesha Bailey Beatrice Bella Ben Benjamin Bethany Blake Bobby Bogdan Bradley
Caleb Callum Cameron Carter Casper Charlie Chloe Clara Cody Connor Daisy Daniel Darcey Darcie David Declan
Demi Dexter Diego Dominik Dylan Ebony Eden Edward Eleanor Elijah Eliza Elizabeth Ella Ellie Elliot Elsie
Emilia Emily Emma Erin Esme Ethan Eva Evelyn Evie Ezra Fatima Felix Filip Finlay Finley Finn Florence
Francesca Freddie Frederick Freya Gabriel George Georgie Gracie Hamza Hannah Harley Harriet Harrison Harry
Harvey Hasan Heidi Henry Hugo Ibrahim Imogen Iris Isaac Isabella Isabelle Isla Ivan Ivy-Rose Jack Jackson Jacob
Jakub Jake James Jamie Jasmine Jaxon Jayden Jenson Jessica Joe Joel Josh Joshua Josie Jude Julia Kai Kaiden
Kaitlyn Kayden Kayla Keira Kian Kiera Kyle Lacey Layla Leah Leo Leon Lewis Lexi Liam Libby Lila Lily Logan
Lola Louie Louis Luca Lucas Lucy Luke Lyla Maisie Maja Malachi Maria Martha Maryam Mateo Matilda Matthew
Maya Megan Mia Michael Mila Millie Mohammad Mohammed Molly Morgan Muhammad Mya Myla Nancy Nathan Neve Nevaeh
Niamh Nicole Nikola Noah Oakley Oliver Olivia Ollie Oliwia Omar Orla Oscar Owen Phoebe Pippa Preston Priya
Rafferty Ralph Reece Reggie Reuben Rhys Riley Robyn Roman Ronnie Rory Rosie Rowan Ruby Ryan Sadie Samira
Samuel Sara Sarah Scarlett Sebastian Sienna Skye Sofia Sonny Sophia Sophie Stanley Stefan Summer-Rose Taylor
Teddy Theo Theodore Thomas Tia Tilly Toby Tommy Tyler Violetta Willow-Mae Yasmin Yusuf Zac Zach Zachary Zahra
Zain Zainab Zara Zoe Zofia Zuzanna
`;

/** Given names that are ordinary words too: looked at only beside "Year 4" and the like. */
const SOMETIMES: ReadonlySet<string> = new Set(
  "Amber Chase Chelsea Dawn Faith Georgia Grace Holly Hope Hunter Ivy Jade Jasper Jordan Joy Mark Mason Max Miles Poppy River Robin Rose Violet Will Willow".split(
    " ",
  ),
);

const KNOWN: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** Whether a capitalised word is one of the listed given names. Exact: "jack" in lower case is no name. */
export function isGivenName(word: string): boolean {
  return KNOWN.has(word);
}

export function isSometimesGivenName(word: string): boolean {
  return SOMETIMES.has(word);
}
