/** Words the names guard reads round a capitalised word. Lists, so that a wrong question is one line to mend. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Before a name: an adult on the staff or from outside. Lower case. */
export const TITLES = words(
  "mr mrs ms miss mx dr sir dame rev revd reverend canon father fr sister prof professor cllr st saint",
);

/** Near a name: an adult with a job. Lower case. */
export const STAFF_WORDS = words(`
senco sendco head headteacher deputy assistant principal teacher ta hlta lsa tutor mentor governor chair trustee
officer coordinator co-ordinator lead leader nurse therapist psychologist ep counsellor adviser advisor consultant
dsl elsa champion specialist manager librarian cook caretaker coach director trainer author staff colleague
colleagues elsas tas inclusion-lead ward programme scheme
`);

/** Of children. Lower case. */
export const PUPIL_WORDS = words(
  "pupil pupils child children student students boy boys girl girls learner learners son daughter sibling",
);

/** Of a child's family: "Zofia's mother". Lower case. */
export const FAMILY_WORDS = words(
  "mum mother dad father parents parent carer carers nan gran grandmother grandad sister brother family",
);

/** After a name: it is a place, a body or a thing. Lower case. */
export const THING_WORDS = words(`
school academy primary infant infants junior college trust street road avenue lane house centre hospital clinic
charity foundation award room class hall library church unit service services programme project scheme method
approach profile toolkit act report scale scales test assessment award's hub federation nursery team day week
`);

/** Capitalised, and no child's name. As written. */
export const NOT_NAMES = words(`
Year Reception Nursery Key Stage Term Section Part Level Starting Developing Established Sharing The A An In On At
By For From With Our We All Each Every Some Most Any No This That These Those They Their It Its When Where While
After Before During Since Until If As Also And But Or Not Pupil Pupils Child Children Student Students Parent
Parents Carers Staff Teachers Teacher Governor Governors Head Headteacher Senco SENCO Deputy Assistant
January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday Christmas Easter Ramadan Eid Diwali Autumn Spring Summer Winter
English Maths Mathematics Science History Geography Computing Music Art Drama French Spanish German Latin PE RE
PSHE RSHE Phonics Reading Writing Spelling Numeracy Literacy Attendance Behaviour Assembly Welsh Polish Turkish
Romanian Ukrainian Bengali Arabic Makaton Boxall Zones Regulation Lego Numicon Widgit Colourful Semantics Talk
Boost Talkabout Thrive Attachment Nessy Clicker Precision Teaching Sensory Circuits Circle Friends Nurture
Attention Autism Elklan Wellcomm WellComm Speechlink Nuffield Provision Map Trauma Portage Read Write Inc Fresh
Start Catch Social Stories Comic Strip Mental Health Emotional Literacy Support Forest Kent Medway Kelsi
Canterbury Dover Thanet Ashford Swale Maidstone Gravesham Dartford Sevenoaks Tonbridge Malling Tunbridge Wells
Folkestone Hythe Margate Ramsgate Broadstairs Deal Whitstable Herne Bay Faversham Sittingbourne Sheppey Chatham
Gillingham Rochester Strood London England Britain British Ofsted NHS Council Department Education Government
Code Practice Children's Families Equality Care Plan Plans Passport Graduated Approach Community Schools
Inclusion Champion Mainstream Core Standards Toolkit Asthma Friendly Teams Google Microsoft Word Excel Arbor
Bromcom Tapestry Seesaw ClassCharts CPOMS MyConcern Edukey Insight Sims SIMS Today Yesterday Tomorrow
`);

/** Two or three capitals after "pupil" that are no initials. */
export const ABBREVIATIONS = words(`
SEN SEND EHC EAL FSM LAC CIC PP PEX AP SP PE RE ICT IT TA LSA DSL SLT PTA ASD ADHD ASC MLD SLD SLT SEMH HI VI PD
MSI GDS KS EY EYFS UPN URN IHP IEP ISP PSP PEP PSA OT EP SALT LA NHS DFE BAME GRT EBSA AAC PMLD SPLD FFT SRP PRU
AAI UK US
`);
