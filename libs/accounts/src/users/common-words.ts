/**
 * What the passwords that are tried first are made of, collected by hand: words, names, clubs, brands and phrases that
 * head every published list of used passwords, in the languages such lists are rich in. With the endings, spellings,
 * repetitions and pairs that `isCommon` sees through they stand for some millions of passwords of ten characters and
 * more, the three thousand commonest among them.
 */
const text = `
password passwort passw pass passwd passphrase pasword passwords mypassword parola contrasena contraseña senha motdepasse wachtwoord haslo heslo salasana parol sifre clave secreto secret secrets topsecret geheim
admin administrator administrador root user username login logon signin access account guest default system sysadmin superuser superadmin master manager support test tester testing testtest demo temp temporary changeme change letmein openup opensesame welcome bienvenido bienvenue willkommen benvenuto hello hallo hola helloworld hellohello service server database oracle postgres mysql windows microsoft google facebook instagram whatsapp waypost youtube twitter myspace linkedin samsung iphone android apple nokia sony playstation nintendo xbox internet computer computadora network office company business enterprise internet wireless router cisco linux ubuntu
qwerty qwertz azerty qwert asdf asdfgh zxcv zxcvbn qazwsx qweasd qweasdzxc asdasd zxczxc qweqwe asdzxc abcd abcdef abc abcabc aaaa xxxx iop wasd
love lover lovers lovely loveme loveyou iloveyou iloveu ilove iloveher iloveme ilovegod ilovejesus teamo tequiero mylove myloves truelove onelove lovelove babylove forever forlife always together friends friendship bestfriend bestfriends friend family familia mommy mother mummy mama mami daddy father papa papi sister brother brothers sisters hermano hermana baby babygirl babyboy babyface babe bebe princess princesa prince queen reina king kings kingdom angel angels angelito angelina heart corazon hearts kisses kiss kissme sweet sweety sweetheart sweetie honey sugar candy cookie cookies cupcake chocolate vanilla cherry strawberry banana orange apple apples peanut butter pumpkin pepper ginger coffee pizza cheese chicken hamburger
monkey dragon dragons dragonball tiger tigers tigger lion lions panther panthers eagle eagles falcon falcons hawk wolf wolves wolfpack bear bears horse horses mustang pony dog dogs doggy doggie puppy cat cats kitty kitten kittykat hellokitty bunny rabbit mouse mickey mickeymouse minnie donald pluto dolphin dolphins shark sharks fish fishing turtle spider spiderman butterfly mariposa bird birds phoenix scorpion cobra viper snake elephant gorilla penguin penguins unicorn
summer sommer verano winter invierno spring primavera autumn herbst fall otono january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday sunshine moonlight rainbow sunflower flower flowers roses rose lily daisy jasmine violet blossom ocean beach island paradise heaven thunder lightning storm hurricane fire ice water earth snow snowball snowman snowflake rain sky star stars starlight startrek starwars sun moon luna mountain river forest nature garden
football futbol soccer baseball basketball volleyball hockey tennis golf golfer cricket rugby boxing wrestling karate swimming running cycling skating skateboard surfing snowboard liverpool arsenal chelsea manchester mancity manutd manunited tottenham everton celtic rangers barcelona realmadrid madrid juventus milan intermilan roma napoli bayern dortmund schalke ajax benfica sporting porto flamengo corinthians palmeiras santos gremio cruzeiro boca bocajuniors river riverplate galatasaray fenerbahce besiktas yankees redsox lakers chicago bulls chicagobulls steelers cowboys packers raiders patriots giants dodgers cubs ronaldo messi leomessi neymar beckham zidane maradona jordan michaeljordan kobe kobebryant lebron
superman batman wonderwoman ironman captain captainamerica avengers hulk thor joker harley harleydavidson naruto narutouzumaki sasuke goku pokemon pikachu charizard sonic mario supermario luigi zelda minecraft fortnite roblox callofduty counterstrike halo warcraft starcraft diablo skyrim assassin assassins creed gandalf frodo legolas aragorn lordoftherings harrypotter potter hermione hogwarts dumbledore voldemort jedi yoda darthvader vader skywalker lukeskywalker matrix neo trinity terminator godzilla predator scooby scoobydoo snoopy garfield simpsons homer bart spongebob winnie winniethepooh pooh tinkerbell cinderella disney doraemon
michael jennifer jessica ashley amanda sarah nicole michelle elizabeth stephanie heather melissa danielle christina christine katherine catherine rebecca samantha victoria alexandra alexander alejandro alejandra christopher christian matthew joshua anthony andrew daniel david robert richard william thomas charles charlie george edward james john joseph jonathan justin brandon kevin steven stephen patrick nicholas nicolas benjamin samuel gabriel gabriela sebastian leonardo fernando fernanda eduardo ricardo roberto carlos miguel antonio francisco javier jorge luis juan jose pedro pablo manuel diego andres andrea daniela carolina valentina valeria isabella isabel camila sofia sophia mariana maria marie ana anna laura lucia paula claudia patricia adriana monica veronica natalia natasha tatiana vanessa sandra angela barbara brittany tiffany crystal courtney kimberly taylor tyler hunter jordan austin dallas ryan jason brian eric adam peter paul mark martin marcus max oliver oscar hannah emily emma olivia chloe charlotte sabrina jackson johnson williams anderson garcia rodriguez martinez hernandez lopez gonzalez perez sanchez silva santos oliveira mohamed mohammed muhammad ahmed ali hassan hussein omar ibrahim mustafa fatima aisha khaled abdullah yusuf
jesus jesuschrist christ christian jesusislord jesusloves godisgood godislove godbless blessed blessing blessings church bible trinity faith hope grace praise hallelujah amen allah bismillah inshallah alhamdulillah allahuakbar ramadan buddha krishna ganesh namaste halloween christmas navidad natal easter birthday valentine newyear happynewyear merrychristmas
america american usa england london paris france berlin germany deutschland spain espana italia italy brazil brasil mexico colombia argentina venezuela chile peru ecuador canada toronto australia sydney melbourne india mumbai delhi bangalore pakistan bangladesh indonesia jakarta malaysia philippines pilipinas thailand vietnam japan tokyo china beijing shanghai hongkong taiwan korea russia moscow ukraine poland polska turkey istanbul turkiye egypt cairo dubai kuwait saudi saudiarabia morocco maroc algerie tunisia nigeria lagos kenya ghana africa newyork california losangeles lasvegas sanfrancisco houston texas florida miami boston chicago atlanta detroit seattle denver phoenix portland
freedom liberty victory winner winners champion champions legend legends hero heroes warrior warriors soldier sniper ninja samurai pirate pirates hunter killer gangster gangsta player players gamer gamers rockstar rocknroll rock music musica guitar piano drummer dance dancer dancing metal metallica nirvana beatles slipknot linkinpark greenday blink eminem tupac snoopdogg beyonce rihanna shakira michaeljackson justinbieber onedirection bigbang
money dollar dollars million millionaire billion business diamond diamonds gold golden silver platinum crystal pearl ruby emerald black white red blue green purple pink yellow orange brown blackcat bluesky redrose blacklabel blackjack casino lucky luckyone lottery poker joker
ferrari porsche mercedes bmw audi volkswagen toyota honda nissan mazda yamaha suzuki kawasaki ducati corvette camaro mustang chevrolet chevy ford jaguar lamborghini maserati subaru
happy smile smiley smiling funny crazy lazy sexy hot cool coolness awesome amazing perfect beautiful pretty handsome gorgeous cute cutie little big super mega ultra great best better first number one only special magic magical mystery dream dreams dreamer dreaming believe life live living alive death dead forever never always today tomorrow yesterday nothing something everything anything whatever whoever whenever nobody somebody someone everyone because please thanks thankyou sorry goodbye goodluck goodmorning goodnight welcome home house school college university student teacher doctor nurse engineer police lawyer driver pilot captain boss chief
fuck fucker fuckyou fuckoff fuckme fucking motherfucker asshole bitch bitches bastard shit bullshit sex sexsex porno pussy hardcore playboy hooters
trustno trustnoone whatever nothing noaccess nopassword justdoit justme imthebest iamtheone iamgod thebest theone theking thegame theman bigdaddy bigboss bigdog bigmac badboy badboys badgirl goodgirl goodboy girlpower girls boys man men woman women lady ladies gentleman mylife myspace mybaby myfamily mydog mycat myname mysecret myangel myheart lifeisgood lifegoeson carpediem hakunamatata nevermind letitbe heyjude dontknow idontknow iforgot forgot remember remembered rememberme
`;

export const commonWords: ReadonlySet<string> = new Set(text.trim().split(/\s+/));

/** Along rows, columns and zigzags of keyboards, through alphabet and digits, and figures that everybody knows. */
export const walks: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]\\',
  'qwertzuiopü',
  'azertyuiop',
  "asdfghjkl;'",
  'qsdfghjklm',
  'zxcvbnm,./',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1qazxsw23edcvfr45tgbnhy67ujm',
  'zaq12wsxcde34rfvbgt56yhnmju7',
  'qazwsxedcrfvtgbyhnujmikolp',
  'zaqxswcdevfrbgtnhymjukilop',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qw23er45ty67ui89op0',
  '12qwaszx',
  'qwe123asd456zxc789',
  'a1s2d3f4g5h6j7k8l9',
  '1a2s3d4f5g6h7j8k9l',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  '147258369',
  '741852963',
  '159357456852',
  '1029384756',
  '10293847566574839201',
  '1357924680',
  '2468013579',
  '1123581321345589',
  '3141592653589793',
  '2718281828459045',
  '11223344556677889900',
  '112233445566778899',
  '123123123123',
  '121212121212',
  '1020304050607080',
];
