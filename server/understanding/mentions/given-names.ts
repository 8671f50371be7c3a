/** Given names that are common in the United States and tell a person's gender: census and birth lists agree on them. */
const FEMALE =
  'abigail ada adele adriana agnes aileen alexandra alexis alice alicia alma alyssa amanda amber amelia amy ana andrea ' +
  'angela angelica anita ann anna anne annette annie antonia arlene ashley audrey aurora barbara beatrice becky bernadette ' +
  'bernice bertha beth bethany betsy betty beverly bonnie brenda brianna bridget brittany camila candace carla carlene ' +
  'carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celeste celia charlene charlotte chelsea ' +
  'cheryl christina christine cindy claire clara clarice claudia colleen connie constance consuelo corinne courtney ' +
  'crystal cynthia daisy danielle darlene dawn deanna debbie deborah debra delores denise diana diane dianne dolores ' +
  'donna dora doreen doris dorothy edith edna eileen elaine eleanor elena elisa elizabeth ella ellen eloise elsie elvira ' +
  'emily emma erica erin esperanza esther ethel eunice eva evelyn faith faye felicia fern florence frances gail geneva ' +
  'georgia geraldine gertrude gina gladys glenda gloria grace graciela greta guadalupe gwen gwendolyn hannah harriet ' +
  'hazel heather heidi helen henrietta hilda holly hope ida imelda imogene ines inez ingrid irene iris irma isabel ' +
  'isabella ivy jacqueline jan jane janet janice janine jasmine jean jeanette jeanne jennifer jenny jessica jill jo ' +
  'joan joann joanna joanne jocelyn josefina josephine joy joyce juanita judith judy julia julie june karen karla ' +
  'katherine kathleen kathryn kathy katie kayla kelly kendra kim kimberly kristen kristin kristina lana laura lauren ' +
  'laverne leah lena leona leticia lila lillian lily linda lisa lois lola loretta lori lorraine lottie louise lucia ' +
  'lucille lucy luz lydia lynn mabel mae magdalena mandy marcella marcia margaret margarita margie maria marian marianne ' +
  'marie marilyn marisol marjorie marlene marsha martha mary matilda maureen mavis maxine megan melanie melinda melissa ' +
  'mercedes mia michelle mildred millie minnie miriam molly monica muriel myra myrna myrtle nadine nancy naomi natalie ' +
  'nellie nicole nina nora norma olga olive olivia opal pam pamela patrice patricia patsy patty paula pauline pearl peggy ' +
  'penny phyllis pilar priscilla rachel ramona rebecca regina renee rhoda rhonda rita roberta rochelle rosa rosalie ' +
  'rosalind rosalinda rose rosemary rosie roxanne ruby ruth sadie sally samantha sandra sara sarah selma sharon sheila ' +
  'shelby shelley sheri sherry shirley sofia sonia sonya sophia sophie stacy stella stephanie sue susan susana suzanne ' +
  'sylvia tabitha tamara tammy tanya tara teresa thelma theresa tiffany tina tonya tracy trudy valerie vanessa velma ' +
  'vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy wilma winifred yesenia yolanda yvette ' +
  'yvonne zoe';
const MALE =
  'aaron abraham adam adrian al alan albert alberto alejandro alex alexander alfonso alfred alfredo allan allen alvin ' +
  'andre andres andrew andy anthony antonio armando arnold arthur arturo austin barry ben benjamin bernard bill billy ' +
  'bob bobby brad bradley brandon brendan brent brett brian bruce bryan byron calvin carl carlos cecil cesar chad charles ' +
  'charlie chester chris christian christopher clarence claude clayton clifford clifton clinton clyde cody cory craig ' +
  'curtis dale damon dan daniel danny darrell darren darryl dave david dean delbert dennis derek derrick don donald ' +
  'douglas duane dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elmer emmett enrique ' +
  'eric ernest ernesto ethan eugene evan everett felix fernando floyd francisco frank franklin fred frederick gabriel ' +
  'garrett gary gene geoffrey george gerald gerard gilbert glen glenn gordon grady graham grant greg gregory guillermo ' +
  'gus guy harold harry harvey hector henry herbert herman homer horace howard hubert hugh hugo ian ignacio ira irving ' +
  'isaac ivan jack jacob jaime jake james jared jason javier jay jeff jeffrey jeremiah jeremy jerome jerry jesus jim ' +
  'jimmy joe joel john johnny jon jonathan jorge jose joseph joshua juan julian julio justin karl keith ken kenneth ' +
  'kent kevin kirk kurt kyle lamar lance larry lawrence leo leon leonard leroy lester lewis lloyd lonnie lorenzo louis ' +
  'lucas luis luke luther lyle manuel marc marcus mario mark marshall martin marvin mathew matt matthew maurice max ' +
  'melvin michael miguel mike milton mitchell morris moses nathan nathaniel neil nelson nicholas nick noah norman oliver ' +
  'omar orville oscar otis owen pablo patrick paul pedro perry pete peter phil philip phillip preston rafael ralph ramon ' +
  'randall randy raul ray raymond reginald rene ricardo richard rick ricky robert roberto rodney roger roland roman ron ' +
  'ronald ronnie roosevelt ross roy ruben rudolph rudy rufus russell ryan sam samuel saul scott sean sergio seth shane ' +
  'shawn sheldon sherman sidney simon spencer stan stanley stephen steve steven stewart stuart ted terrance terrence ' +
  'theodore thomas tim timothy toby todd tom tommy tony travis trent trevor troy tyler tyrone vernon victor vincent ' +
  'virgil wade wallace walt walter warren wayne wendell wesley wilbert wilbur wilfred will willard william willie ' +
  'wilson winston wyatt zachary';

const GENDERS = new Map<string, Gender>([
  ...FEMALE.split(' ').map((name): [string, Gender] => [name, 'female']),
  ...MALE.split(' ').map((name): [string, Gender] => [name, 'male']),
]);

export type Gender = 'female' | 'male';

/** Gender that a given name tells, null for one that is unknown or is given to both. */
export const genderOf = (name: string): Gender | null => GENDERS.get(name.toLowerCase()) ?? null;
