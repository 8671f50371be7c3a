// What is said on the telephone of a funeral home; common words come up as often here as they do there.
const SPOKEN = `
Good morning, Hollis and Sons, this is Margaret speaking. I am so sorry for your loss. Thank you. My father passed away
last night at the hospital and we were told to call you. Yes, of course, we can help you with that. May I take his full
name, please? It is Arthur James Whitcombe. And your name? I am his daughter, Eleanor. How do you spell that? Is he still
at St. Catherine's? Yes, the nurse said they would keep him until noon. Has the doctor signed the certificate yet? I
think so, but I am not sure; they gave us a green form. That is fine, we will ask the registrar. Did he want a burial or a
cremation? He always said he wanted to be buried beside my mother in the family plot at Greenwood Cemetery. Do you have
the deed for the grave? My brother has it, I believe. We will need that before we can open the ground. When would you like
the service to be? We were hoping for Thursday or Friday of next week, in the afternoon, so that my aunt can fly in from
Denver. Let me look at the calendar. Friday the fourteenth at two o'clock is open, and the chapel seats about a hundred
and twenty people. That sounds right. Would you like a viewing the evening before? Yes, from five until eight. Father
Brennan has offered to lead the prayers, and there will be two hymns and a reading. Will there be an organist? If you have
one. We do, and she can meet you beforehand. What about flowers? White lilies and roses, please, nothing too large; in
lieu of flowers the family would like donations to the hospice. I will put that in the obituary. Do you have a photograph
we could use for the program? I can send it by email tonight. Perfect. Our arrangement conference usually takes an hour,
and afterwards you can choose a casket or an urn, whichever you prefer. How much does all of this cost? I understand; I
can go through the price list with you line by line, and there is no obligation. He had a small life insurance policy and
a pre-need contract from 1998, I think it was with your office. Then I will find the file. Was he a veteran? He served in
the Navy for six years. In that case he is entitled to military honors and a flag, and the county may pay an allowance. I
did not know that. We would also need his social security number, his date of birth and his mother's maiden name for the
death certificate. How many certified copies should we order? Most families ask for eight or ten: the bank, the pension,
the title of the car. Okay, ten then. Will you want a limousine for the procession? Just one, for the grandchildren. And
the pallbearers? My two brothers, our cousins and his old neighbor, Mr. Okafor. Lovely. Somebody from our staff will be
at the hospital within the hour to bring him into our care. You can call me on this number at any time, day or night. Is
there anything else that I can do for you right now? No, thank you, you have been very kind. Please take care of yourself
and try to get some rest. We will see you tomorrow at ten. Goodbye. Um, one more thing, sorry: can she wear her own dress
and her wedding ring? Absolutely, bring them with you, and tell us whether the ring should stay with her or come back.`;

/** The words of such calls, several hundred, as they are shown: with capitals and punctuation. */
export const vocabulary: readonly string[] = SPOKEN.trim().split(/\s+/);
